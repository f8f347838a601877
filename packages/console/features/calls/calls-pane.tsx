import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { HeadsetRegular } from '@fluentui/react-icons/svg/headset';
import type { CallView } from '@switchboard/contract/views/call-view';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { EmptyNote } from '../../design/empty-note.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { Pane } from '../../design/pane.tsx';
import { useSteadyOrder } from '../../design/use-steady-order.ts';
import { useValue } from '../../design/use-value.ts';
import { nextToTake } from '../../state/arrange-calls.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { keyMap } from '../../state/key-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { MyCallCard } from './my-call-card.tsx';
import { OtherCall } from './other-call.tsx';
import { WaitingCall } from './waiting-call.tsx';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    outlineStyle: 'none',
  },
  heading: {
    margin: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  // As high as a waiting call, so that the ones below stay where they are.
  gone: { height: '56px' },
});

interface CallsPaneProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly className?: string | undefined;
}

/** The calls: mine, those that wait, those of colleagues. */
export function CallsPane({ model, actions, className }: CallsPaneProps) {
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  const arrangement = useValue(model.calls.arrangement);
  const { mine, waiting, others, current } = arrangement;
  const say = model.texts.screen.calls;
  useFocusWish(actions, body);
  const cap = <KeyCap cap={keyMap.focusCalls.key} />;
  return (
    <Pane title={say.pane} aside={cap} className={className}>
      <div ref={body} className={styles.content} tabIndex={-1} onKeyDown={moveBetweenButtons}>
        {mine.length > 0 && (
          <Section title={say.talking}>
            {mine.map((call) => (
              <li key={call.callId}>
                <MyCallCard call={call} isCurrent={call === current} model={model} actions={actions} />
              </li>
            ))}
          </Section>
        )}
        {waiting.length > 0 && (
          <WaitingSection calls={waiting} next={nextToTake(arrangement)} model={model} actions={actions} />
        )}
        {waiting.length === 0 && (
          <EmptyNote
            title={say.nobody}
            icon={mine.length === 0 ? <HeadsetRegular /> : undefined}
            hint={mine.length === 0 ? say.nobodyHint : undefined}
          />
        )}
        {others.length > 0 && (
          <Section title={say.others}>
            {others.map((call) => (
              <li key={call.callId}>
                <OtherCall call={call} model={model} />
              </li>
            ))}
          </Section>
        )}
      </div>
    </Pane>
  );
}

interface WaitingSectionProps {
  readonly calls: readonly CallView[];
  readonly next: CallView | undefined;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

function WaitingSection({ calls, next, model, actions }: WaitingSectionProps) {
  const styles = useStyles();
  const { rows, onPointerEnter, onPointerLeave } = useSteadyOrder(calls.map((call) => call.callId));
  const byId = new Map(calls.map((call) => [call.callId, call]));
  return (
    <div onPointerEnter={onPointerEnter} onPointerLeave={onPointerLeave}>
      <Section title={model.texts.screen.calls.waiting}>
        {rows.map(({ id }) => {
          const call = byId.get(id);
          if (call === undefined) return <li key={id} className={styles.gone} aria-hidden="true" />;
          return (
            <li key={id}>
              <WaitingCall call={call} isNext={call === next} model={model} actions={actions} />
            </li>
          );
        })}
      </Section>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <Text as="h3" block id={id} className={styles.heading}>
        {title}
      </Text>
      <ul className={styles.list} aria-labelledby={id}>
        {children}
      </ul>
    </div>
  );
}

const buttonsOf = (place: HTMLElement): readonly HTMLButtonElement[] =>
  Array.from(place.querySelectorAll('button'));

/** F4: to the first thing that can be done with a call, or to the pane when there is none. */
function useFocusWish(actions: OperatorActions, body: { readonly current: HTMLDivElement | null }): void {
  const wish = useValue(actions.focus);
  useEffect(() => {
    if (wish?.place !== 'calls' || body.current === null) return;
    (buttonsOf(body.current)[0] ?? body.current).focus();
  }, [wish, body]);
}

function moveBetweenButtons(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = buttonsOf(event.currentTarget);
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[Math.min(buttons.length - 1, Math.max(0, at + step))];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
