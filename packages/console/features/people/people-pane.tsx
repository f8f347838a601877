import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PeopleSearchRegular } from '@fluentui/react-icons/svg/people-search';
import { useCallback, useMemo } from 'react';
import { EmptyNote } from '../../design/empty-note.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { Pane } from '../../design/pane.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { keyMap } from '../../state/key-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import type { SearchState } from '../../state/person-search.ts';
import { freshFor } from '../../state/presence-book.ts';
import { peopleListId } from './people-ids.ts';
import { PersonRow } from './person-row.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: `0 0 ${tokens.spacingVerticalS}` },
  note: {
    display: 'block',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
  },
  caps: { display: 'inline-flex', gap: tokens.spacingHorizontalXXS },
});

interface PeoplePaneProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly className?: string | undefined;
}

/** The people that the search found. */
export function PeoplePane({ model, actions, className }: PeoplePaneProps) {
  const styles = useStyles();
  const found = useValue(model.search.state);
  const { texts } = model;
  const caps = (
    <span className={styles.caps}>
      {([keyMap.choosePrevious, keyMap.chooseNext] as const).map(({ key }) => (
        <KeyCap key={key} cap={texts.keyCaps[key] ?? key} />
      ))}
    </span>
  );
  return (
    <Pane title={texts.screen.people.pane} aside={caps} className={className}>
      {found.people.length > 0 ? (
        <PeopleList found={found} model={model} actions={actions} />
      ) : (
        <NobodyNote found={found} model={model} />
      )}
      <Notes found={found} model={model} />
    </Pane>
  );
}

interface PeopleListProps {
  readonly found: SearchState;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

function PeopleList({ found, model, actions }: PeopleListProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const presences = useValue(model.presence.byPerson);
  const { current } = useValue(model.calls.arrangement);
  const isLive = useValue(model.line.state).kind === 'live';
  const canPutThrough = isLive && current?.can.includes('transfer') === true;
  const choose = useCallback((personId: string) => model.search.select(personId), [model]);
  const putThrough = useCallback(() => actions.putThrough(), [actions]);
  return (
    <ul id={peopleListId} role="listbox" aria-label={model.texts.screen.people.pane} className={styles.list}>
      {found.people.map((person, index) => {
        const presence = presences.get(person.personId);
        return (
          <PersonRow
            key={person.personId}
            person={person}
            presence={presence}
            now={shownMoment(now, presence?.asOf ?? person.presence?.asOf)}
            isSelected={person.personId === found.selectedId}
            canPutThrough={canPutThrough}
            position={index + 1}
            count={found.people.length}
            texts={model.texts}
            onChoose={choose}
            onPutThrough={putThrough}
          />
        );
      })}
    </ul>
  );
}

/** A fresh presence shows no age: its row is not drawn again every second. */
const shownMoment = (now: number, asOf: number | undefined): number =>
  asOf === undefined || now - asOf <= freshFor ? (asOf ?? 0) : now;

function NobodyNote({ found, model }: { readonly found: SearchState; readonly model: ConsoleModel }) {
  const say = model.texts.screen.people;
  const isNone = found.status === 'shown';
  const { title, hint } = useMemo(() => {
    if (isNone) return { title: say.none(found.text.trim()), hint: say.noneHint };
    return found.text.trim() === ''
      ? { title: say.start, hint: say.startHint }
      : { title: say.asking, hint: undefined };
  }, [isNone, found.text, say]);
  return <EmptyNote icon={<PeopleSearchRegular />} title={title} hint={hint} />;
}

function Notes({ found, model }: { readonly found: SearchState; readonly model: ConsoleModel }) {
  const styles = useStyles();
  const say = model.texts.screen.people;
  const notes = [
    found.status === 'slow' ? say.slow : undefined,
    found.status === 'offline' ? say.offline : undefined,
    found.more ? say.more(found.people.length) : undefined,
    found.filling === undefined ? undefined : say.filling(found.filling),
  ];
  return notes
    .filter((note) => note !== undefined)
    .map((note) => (
      <Text key={note} size={200} className={styles.note}>
        {note}
      </Text>
    ));
}
