import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CallTransferRegular } from '@fluentui/react-icons/svg/call-transfer';
import { PersonInfoRegular } from '@fluentui/react-icons/svg/person-info';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { ActionButton } from '../../design/action-button.tsx';
import { EmptyNote } from '../../design/empty-note.tsx';
import { Pane } from '../../design/pane.tsx';
import { PersonAvatar } from '../../design/person-avatar.tsx';
import { PresenceMark } from '../../design/presence-mark.tsx';
import { useValue } from '../../design/use-value.ts';
import { narrow } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { keyMap } from '../../state/key-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { shownPresence } from '../../state/shown-presence.ts';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
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

/** Everything about the person chosen, and what can be done with them. */
export function DetailsPane({ model, actions, className }: DetailsPaneProps) {
  const styles = useStyles();
  const { people, selectedId } = useValue(model.search.state);
  const person = people.find((each) => each.personId === selectedId);
  const say = model.texts.screen.details;
  return (
    <Pane title={say.pane} className={className}>
      {person === undefined ? (
        <EmptyNote icon={<PersonInfoRegular />} title={say.none} hint={say.noneHint} />
      ) : (
        <div className={styles.content}>
          <PersonHead person={person} model={model} actions={actions} />
          <PersonFacts person={person} model={model} />
        </div>
      )}
    </Pane>
  );
}

interface PersonHeadProps {
  readonly person: PersonView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

function PersonHead({ person, model, actions }: PersonHeadProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const known = useValue(model.presence.byPerson).get(person.personId);
  const presence = shownPresence(known ?? person.presence, now, model.texts);
  return (
    <div className={styles.head}>
      <PersonAvatar name={person.name} size={56} id={person.personId} presence={presence.kind} />
      <div className={styles.who}>
        <h3 className={styles.name}>{person.name}</h3>
        {person.jobTitle !== undefined && <Text className={styles.quiet}>{person.jobTitle}</Text>}
        <PresenceMark kind={presence.kind} word={presence.word} age={presence.age} badge />
      </div>
      <PutThroughButton model={model} actions={actions} />
    </div>
  );
}

function PutThroughButton({ model, actions }: Omit<PersonHeadProps, 'person'>) {
  const { current } = useValue(model.calls.arrangement);
  const asked = useValue(model.desk.asked);
  const isLive = useValue(model.line.state).kind === 'live';
  const { screen, actions: names } = model.texts;
  const isAsked = asked.some((each) => each.callId === current?.callId && each.action === 'transfer');
  if (current === undefined) return <Text size={200}>{screen.details.noCall}</Text>;
  if (!current.can.includes('transfer')) {
    const why = current.state === 'transferring' ? screen.details.alreadyRinging : screen.details.noCall;
    return <Text size={200}>{why}</Text>;
  }
  return (
    <ActionButton
      label={names.transfer}
      icon={<CallTransferRegular />}
      cap={keyMap.go.key}
      look="primary"
      pending={isAsked ? screen.calls.asked : undefined}
      blocked={isLive ? undefined : screen.connection.offline}
      onPress={() => actions.putThrough()}
    />
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
