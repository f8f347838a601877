import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PeopleSearchRegular } from '@fluentui/react-icons/svg/people-search';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { EmptyNote } from '../../design/empty-note.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { Pane } from '../../design/pane.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { canHandOver } from '../../state/hand-over-actions.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import type { SearchState } from '../../state/person-search.ts';
import { peopleListId } from './people-ids.ts';
import { PersonRow } from './person-row.tsx';
import { TargetRow } from './target-row.tsx';

const useStyles = makeStyles({
  list: { position: 'relative', listStyleType: 'none', margin: 0, padding: 0 },
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
      {(['choosePrevious', 'chooseNext', 'toPerson'] as const).map((action) => (
        <KeyCap key={action} cap={texts.keyCap(action)} />
      ))}
    </span>
  );
  return (
    <Pane title={texts.screen.people.pane} aside={caps} className={className}>
      {found.choices.length > 0 ? (
        <PeopleList found={found} model={model} actions={actions} />
      ) : (
        <NobodyNote found={found} model={model} />
      )}
      <Notes found={found} model={model} actions={actions} />
    </Pane>
  );
}

interface PeopleListProps {
  readonly found: SearchState;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** Of a row, in pixels, until it is measured. */
const rowHeight = 51;
/** Rows beyond the edges that are drawn too: who scrolls or steps sees no gap. */
const overscan = 8;

/** Only the rows in sight are drawn, and the one chosen, which the search names to screen readers. */
function useRows(count: number, selected: number) {
  const list = useRef<HTMLUListElement>(null);
  // The console is built without React's compiler, and what this returns goes into no memo.
  // oxlint-disable-next-line react/incompatible-library -- it would only stand in that compiler’s way
  const rows = useVirtualizer({
    count,
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => rowHeight,
    overscan,
    rangeExtractor(range) {
      const inSight = defaultRangeExtractor(range);
      if (selected < 0 || inSight.includes(selected)) return inSight;
      return [...inSight, selected].toSorted((one, other) => one - other);
    },
  });
  useEffect(() => {
    if (selected >= 0) rows.scrollToIndex(selected, { align: 'auto' });
  }, [rows, selected]);
  return { list, rows };
}

function PeopleList({ found, model, actions }: PeopleListProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const presences = useValue(model.presence.byPerson);
  const { current } = useValue(model.calls.arrangement);
  const isLive = useValue(model.line.state).kind === 'live';
  const canPutThrough = isLive && current !== undefined && canHandOver(current);
  const choose = useCallback((key: string) => model.search.select(key), [model]);
  const putThrough = useCallback(() => actions.handing.do('transfer'), [actions]);
  const { choices, selectedKey } = found;
  const { list, rows } = useRows(
    choices.length,
    choices.findIndex(({ key }) => key === selectedKey),
  );
  return (
    <ul
      ref={list}
      id={peopleListId}
      role="listbox"
      aria-label={model.texts.screen.people.pane}
      className={styles.list}
      style={{ height: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map(({ index, start }) => {
        const choice = choices[index];
        if (choice === undefined) return null;
        const option = {
          index,
          start,
          measure: rows.measureElement,
          option: choice.key,
          isSelected: choice.key === selectedKey,
          canPutThrough,
          position: index + 1,
          count: choices.length,
          onChoose: choose,
          onPutThrough: putThrough,
        };
        if (choice.kind !== 'person') {
          return <TargetRow key={choice.key} choice={choice} texts={model.texts} {...option} />;
        }
        const { person } = choice;
        const presence = presences.get(person.personId);
        return (
          <PersonRow
            key={choice.key}
            person={person}
            presence={presence}
            now={shownMoment(now, presence ?? person.presence)}
            texts={model.texts}
            times={model.times}
            {...option}
          />
        );
      })}
    </ul>
  );
}

/** A fresh presence shows no age: its row is not drawn again every second. */
const shownMoment = (now: number, presence: PresenceView | undefined): number =>
  presence === undefined || now <= presence.staleAt ? (presence?.asOf ?? 0) : now;

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

function Notes({ found, model, actions }: PeopleListProps) {
  const styles = useStyles();
  const isWished = useValue(actions.handing.wish) !== undefined;
  const say = model.texts.screen.people;
  const notes = [
    isWished ? say.wished : undefined,
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
