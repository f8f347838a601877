import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { HeadsetRegular } from '@fluentui/react-icons/svg/headset';
import type { CallView } from '@switchboard/contract/views/call-view';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { EmptyNote } from '../../design/empty-note.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { Pane } from '../../design/pane.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useSteadyOrder } from '../../design/use-steady-order.ts';
import { useValue } from '../../design/use-value.ts';
import { type CallArrangement, nextToTake } from '../../state/arrange-calls.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { inTurn } from '../../state/history/to-call-back.ts';
import { pressOf } from '../../state/key-map.ts';
import { keyActionOf } from '../../state/key-profile.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { CallBackRow } from './call-back-row.tsx';
import { CallSection } from './call-section.tsx';
import { EndedCalls } from './ended-calls.tsx';
import { LeftCall } from './left-call.tsx';
import { MyCallCard } from './my-call-card.tsx';
import { OfferedCall } from './offered-call.tsx';
import { OtherCall } from './other-call.tsx';
import { WaitingCall } from './waiting-call.tsx';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    outlineStyle: 'none',
  },
  letters: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground1,
  },
  quiet: { color: tokens.colorNeutralForeground3, padding: `0 ${tokens.spacingHorizontalXS}` },
  // As high as a waiting call, so that the ones below stay where they are.
  gone: { height: '52px' },
});

interface CallsPaneProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly className?: string | undefined;
}

/** The calls: offered, mine, those that wait, are parked, are with colleagues; and the calls back. */
export function CallsPane({ model, actions, className }: CallsPaneProps) {
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  const arrangement = useValue(model.calls.arrangement);
  const hasLetters = useValue(actions.letters) === 'calls';
  const { waiting, offered, mine } = arrangement;
  const { keyCap } = model.texts;
  const say = model.texts.screen.calls;
  useFocusWish(model, actions, body);
  const isQuiet = waiting.length + offered.length === 0;
  return (
    <Pane title={say.pane} aside={<KeyCap cap={model.texts.keyCap('focusCalls')} />} className={className}>
      <div
        ref={body}
        className={styles.content}
        tabIndex={-1}
        onKeyDown={(event) => moveBetweenButtons(event, model)}
      >
        {hasLetters && (
          <Text size={200} className={styles.letters}>
            {say.letters}
          </Text>
        )}
        <MySections arrangement={arrangement} model={model} actions={actions} />
        {waiting.length > 0 && (
          <WaitingSection calls={waiting} next={nextToTake(arrangement)} model={model} actions={actions} />
        )}
        {isQuiet && mine.length === 0 && (
          <EmptyNote
            title={say.nobody}
            icon={<HeadsetRegular />}
            hint={say.nobodyHint(keyCap('go'), keyCap('focusCalls'))}
          />
        )}
        {isQuiet && mine.length > 0 && (
          <Text size={200} className={styles.quiet}>
            {say.nobody}
          </Text>
        )}
        <LaterSections arrangement={arrangement} model={model} actions={actions} />
        <MessagesPart model={model} actions={actions} />
        <EndedCalls model={model} actions={actions} />
      </div>
    </Pane>
  );
}

const loadMessages = () => import('./sent-messages.tsx');

/** What became of messages to colleagues; fetched when there is the first. */
function MessagesPart({ model, actions }: Omit<CallsPaneProps, 'className'>) {
  const hasMessages = useValue(model.messages.messages).length > 0;
  const onFailed = useCallback(() => model.complain(model.texts.screen.notLoaded), [model]);
  const part = useLoaded(hasMessages, loadMessages, onFailed);
  return hasMessages && part !== undefined ? <part.SentMessages model={model} actions={actions} /> : null;
}

interface SectionsProps {
  readonly arrangement: CallArrangement;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

interface ListProps {
  readonly title: string;
  readonly calls: readonly CallView[];
  readonly draw: (call: CallView) => ReactNode;
}

function CallList({ title, calls, draw }: ListProps) {
  if (calls.length === 0) return null;
  return (
    <CallSection title={title}>
      {calls.map((call) => (
        <li key={call.callId}>{draw(call)}</li>
      ))}
    </CallSection>
  );
}

/** What rings for this operator, and what they have in hand. */
function MySections({ arrangement, ...parts }: SectionsProps) {
  const { offered, talking, held, current } = arrangement;
  const say = parts.model.texts.screen.calls;
  const next = nextToTake(arrangement);
  const card = (call: CallView) => <MyCallCard call={call} isCurrent={call === current} {...parts} />;
  return (
    <>
      <CallList
        title={say.offered}
        calls={offered}
        draw={(call) => <OfferedCall call={call} isNext={call === next} {...parts} />}
      />
      <CallList title={say.talking} calls={talking} draw={card} />
      <CallList title={say.held} calls={held} draw={card} />
    </>
  );
}

/** What goes on without this operator. */
function LaterSections({ arrangement, ...parts }: SectionsProps) {
  const { parked, camped, givenOut, others } = arrangement;
  const { model } = parts;
  const say = model.texts.screen.calls;
  const left = (call: CallView) => <LeftCall call={call} {...parts} />;
  return (
    <>
      <CallList title={say.parked} calls={parked} draw={left} />
      <CallList title={say.camped} calls={camped} draw={left} />
      <CallList
        title={say.givenOut}
        calls={givenOut}
        draw={(call) => <OtherCall call={call} isMine {...parts} />}
      />
      <CallList title={say.others} calls={others} draw={(call) => <OtherCall call={call} {...parts} />} />
      <CallBackSection {...parts} />
    </>
  );
}

/** The first of those to call back, and the way to all of them. */
function CallBackSection({ model, actions }: Omit<SectionsProps, 'arrangement'>) {
  const callBacks = useValue(model.callBacks.items);
  if (callBacks.length === 0) return null;
  const first = inTurn(callBacks, model.calls.operatorId).slice(0, mostCallBacks);
  const { history, screen, keyCap } = model.texts;
  return (
    <CallSection title={screen.calls.callBacks}>
      {first.map((callBack) => (
        <li key={callBack.callBackId}>
          <CallBackRow callBack={callBack} model={model} actions={actions} />
        </li>
      ))}
      {callBacks.length > first.length && (
        <li>
          <ActionButton
            size="small"
            look="subtle"
            label={history.callBacks.all(callBacks.length)}
            cap={keyCap('openHistory')}
            onPress={() => model.past.open('toCallBack')}
          />
        </li>
      )}
    </CallSection>
  );
}

/** Calls back that the pane has room for. */
const mostCallBacks = 5;

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
      <CallSection title={model.texts.screen.calls.waiting}>
        {rows.map(({ id }) => {
          const call = byId.get(id);
          if (call === undefined) return <li key={id} className={styles.gone} aria-hidden="true" />;
          return (
            <li key={id}>
              <WaitingCall
                call={call}
                isNext={call === next}
                texts={model.texts}
                model={model}
                actions={actions}
              />
            </li>
          );
        })}
      </CallSection>
    </div>
  );
}

const buttonsOf = (place: Element): readonly HTMLButtonElement[] =>
  Array.from(place.querySelectorAll('button'));

/** F4: to the first thing that can be done with the current call, or with any, or to the pane when there is none. */
function useFocusWish(
  model: ConsoleModel,
  actions: OperatorActions,
  body: { readonly current: HTMLDivElement | null },
): void {
  const wish = useValue(actions.focus);
  useEffect(() => {
    if (wish?.place !== 'calls' || body.current === null) return;
    const callId = wish.callId ?? model.calls.arrangement.getSnapshot().current?.callId;
    const card =
      callId === undefined ? null : body.current.querySelector(`[data-call-id="${CSS.escape(callId)}"]`);
    const place = card?.querySelector('[data-part="actions"]') ?? card ?? body.current;
    (buttonsOf(place)[0] ?? body.current).focus();
  }, [wish, model, body]);
}

function moveBetweenButtons(event: KeyboardEvent<HTMLDivElement>, { keys }: ConsoleModel): void {
  const action = keyActionOf(pressOf(event), keys.profile.getSnapshot());
  const step = action === 'chooseNext' ? 1 : action === 'choosePrevious' ? -1 : 0;
  if (step === 0) return;
  const buttons = buttonsOf(event.currentTarget);
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[Math.min(buttons.length - 1, Math.max(0, at + step))];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
