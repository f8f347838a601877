import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PersonInfoRegular } from '@fluentui/react-icons/svg/person-info';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { useEffect, useRef } from 'react';
import { EmptyNote } from '../../design/empty-note.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { Pane } from '../../design/pane.tsx';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { PresenceMark } from '../../design/presence-mark.tsx';
import { useValue } from '../../design/use-value.ts';
import { narrow } from '../../design/window-sizes.ts';
import type { Choice } from '../../state/choices.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { shownPresence } from '../../state/shown-presence.ts';
import { HandOverButtons } from './hand-over-buttons.tsx';
import { LineChoice } from './line-choice.tsx';
import { PersonDay } from './person-day.tsx';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    outlineStyle: 'none',
    [narrow]: { gap: tokens.spacingVerticalS },
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  letters: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  head: { flex: '1 1 220px', display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  who: { flex: 1, minWidth: '140px', display: 'flex', flexDirection: 'column' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
    [narrow]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    [narrow]: {
      gridTemplateColumns: 'repeat(2, max-content minmax(0, 1fr))',
      rowGap: tokens.spacingVerticalXS,
    },
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
});

interface DetailsPaneProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly className?: string | undefined;
}

/** Everything about the one chosen, and what can be done with them. */
export function DetailsPane({ model, actions, className }: DetailsPaneProps) {
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  const { choices, selectedKey } = useValue(model.search.state);
  const hasLetters = useValue(actions.letters) === 'person';
  const choice = choices.find(({ key }) => key === selectedKey);
  const say = model.texts.screen.details;
  useFocusWish(actions, body);
  return (
    <Pane
      title={say.pane}
      aside={choice === undefined ? undefined : <KeyCap cap={model.texts.keyCap('toPerson')} />}
      className={className}
    >
      {choice === undefined ? (
        <EmptyNote icon={<PersonInfoRegular />} title={say.none} hint={say.noneHint} />
      ) : (
        <div ref={body} tabIndex={-1} className={styles.content}>
          <div className={styles.top}>
            <ChoiceHead choice={choice} model={model} />
            {choice.kind === 'person' && <LineChoice choice={choice} model={model} actions={actions} />}
          </div>
          {hasLetters && (
            <Text size={200} className={styles.letters}>
              {say.letters}
            </Text>
          )}
          <div data-part="hand-over">
            <HandOverButtons choice={choice} model={model} actions={actions} />
          </div>
          {choice.kind === 'person' && (
            <PersonDay person={choice.person} times={model.times} texts={model.texts} />
          )}
          {choice.kind === 'person' && <PersonFacts person={choice.person} model={model} />}
        </div>
      )}
    </Pane>
  );
}

/** →: to the first thing that can be done with the one chosen, or to the pane when there is none. */
function useFocusWish(actions: OperatorActions, body: { readonly current: HTMLDivElement | null }): void {
  const wish = useValue(actions.focus);
  useEffect(() => {
    if (wish?.place !== 'person' || body.current === null) return;
    const first = body.current.querySelector<HTMLButtonElement>('[data-part="hand-over"] button');
    (first ?? body.current).focus();
  }, [wish, body]);
}

function ChoiceHead({ choice, model }: { readonly choice: Choice; readonly model: ConsoleModel }) {
  const styles = useStyles();
  const { screen } = model.texts;
  if (choice.kind === 'person') return <PersonHead person={choice.person} model={model} />;
  const [title, hint] =
    choice.kind === 'queue'
      ? [screen.people.queueRow(choice.queue.name), screen.desk.queues.state(choice.queue)]
      : [choice.number, screen.details.numberHint];
  return (
    <div className={styles.who}>
      <h3 className={styles.name}>{title}</h3>
      <Text className={styles.quiet}>{hint}</Text>
    </div>
  );
}

function PersonHead({ person, model }: { readonly person: PersonView; readonly model: ConsoleModel }) {
  const styles = useStyles();
  const now = useValue(model.now);
  const known = useValue(model.presence.byPerson).get(person.personId);
  const presence = shownPresence(known ?? person.presence, now, model.texts);
  return (
    <div className={styles.head}>
      <PersonAvatar name={person.name} size={40} id={person.personId} presence={presence.kind} />
      <div className={styles.who}>
        <h3 className={styles.name}>{person.name}</h3>
        {person.jobTitle !== undefined && <Text className={styles.quiet}>{person.jobTitle}</Text>}
        <PresenceMark kind={presence.kind} word={presence.word} age={presence.age} badge />
      </div>
    </div>
  );
}

function PersonFacts({ person, model }: { readonly person: PersonView; readonly model: ConsoleModel }) {
  const styles = useStyles();
  const say = model.texts.screen.details;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [say.department, person.department],
    [say.office, person.office],
    [say.phone, person.phone],
    [say.mobile, person.mobile],
    [say.mail, person.mail],
    [say.manager, person.manager],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined)
        .flatMap(([term, value]) => [
          <dt key={term} className={styles.term}>
            {term}
          </dt>,
          <dd key={`${term}:`} className={styles.fact}>
            {value}
          </dd>,
        ])}
    </dl>
  );
}
