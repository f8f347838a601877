import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PersonInfoRegular } from '@fluentui/react-icons/svg/person-info';
import { useEffect, useRef } from 'react';
import { EmptyNote } from '../../design/empty-note.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { Pane } from '../../design/pane.tsx';
import { useValue } from '../../design/use-value.ts';
import { narrow } from '../../design/window-sizes.ts';
import type { Choice } from '../../state/choices.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { chosenIn } from '../../state/person-search.ts';
import { BackButton } from './back-button.tsx';
import { HandOverButtons } from './hand-over-buttons.tsx';
import { LineChoice } from './line-choice.tsx';
import { PersonDay } from './person-day.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonHead } from './person-head.tsx';
import { PersonTools } from './person-tools.tsx';

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
  who: { flex: 1, minWidth: '140px', display: 'flex', flexDirection: 'column' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
    [narrow]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
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
  const found = useValue(model.search.state);
  const hasLetters = useValue(actions.letters) === 'person';
  useValue(model.people.byId);
  const choice = chosenIn(found);
  const { keyCap } = model.texts;
  const say = model.texts.screen.details;
  useFocusWish(actions, body);
  const person = choice?.kind === 'person' ? actions.people.whole(choice.person) : undefined;
  return (
    <Pane
      title={say.pane}
      aside={choice === undefined ? undefined : <KeyCap cap={model.texts.keyCap('toPerson')} />}
      className={className}
    >
      {choice === undefined ? (
        <EmptyNote
          icon={<PersonInfoRegular />}
          title={say.none}
          hint={say.noneHint(keyCap('chooseNext'), keyCap('toPerson'))}
        />
      ) : (
        <div ref={body} tabIndex={-1} className={styles.content}>
          {found.opened !== undefined && <BackButton model={model} actions={actions} />}
          <div className={styles.top}>
            {person === undefined ? (
              <TargetHead choice={choice} model={model} />
            ) : (
              <PersonHead person={person} model={model} />
            )}
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
          {person !== undefined && <PersonTools person={person} model={model} actions={actions} />}
          {person !== undefined && <PersonDay person={person} times={model.times} texts={model.texts} />}
          {person !== undefined && <PersonFacts person={person} model={model} actions={actions} />}
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

/** A queue or a typed number. */
function TargetHead({ choice, model }: { readonly choice: Choice; readonly model: ConsoleModel }) {
  const styles = useStyles();
  const { screen } = model.texts;
  if (choice.kind === 'person') return null;
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
