import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CallMissedRegular } from '@fluentui/react-icons/svg/call-missed';
import { CallOutboundRegular } from '@fluentui/react-icons/svg/call-outbound';
import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { KeyboardEvent } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { EmptyNote } from '../../design/empty-note.tsx';
import { useValue } from '../../design/use-value.ts';
import { isAmong } from '../../state/command-desk.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { callBackSteps, inTurn, isWithOthers } from '../../state/history/to-call-back.ts';
import { pressOf } from '../../state/key-map.ts';
import { letterOf } from '../../state/letter-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, flex: 1, minHeight: 0, overflowY: 'auto' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { fontSize: '20px', lineHeight: 0, color: tokens.colorNeutralForeground2 },
  lost: { color: tokens.colorStatusDangerForeground1 },
  who: { flex: '1 1 200px', minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface CallBackListProps {
  readonly callBacks: readonly CallBackView[];
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** Everybody who is to be called back, promised or lost, and who is on it. */
export function CallBackList({ callBacks, model, actions }: CallBackListProps) {
  const styles = useStyles();
  const say = model.texts.history.callBacks;
  if (callBacks.length === 0)
    return <EmptyNote title={say.empty} hint={say.emptyHint} icon={<CallOutboundRegular />} />;
  return (
    <ul className={styles.list} onKeyDown={moveBetweenRows}>
      {inTurn(callBacks, model.calls.operatorId).map((callBack) => (
        <Row key={callBack.callBackId} {...{ callBack, model, actions }} />
      ))}
    </ul>
  );
}

/** ↓ and ↑ go to the same place of the next row. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [...event.currentTarget.children];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const here = rows[at];
  const next = rows[at + (step ?? 0)];
  if (step === undefined || here === undefined || next === undefined) return;
  event.preventDefault();
  const places = controlsOf(next);
  const place = controlsOf(here).findIndex((control) => control === document.activeElement);
  places[Math.min(place, places.length - 1)]?.focus();
}

const controlsOf = (row: Element): readonly HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>('a[href], button'),
];

interface RowProps extends Omit<CallBackListProps, 'callBacks'> {
  readonly callBack: CallBackView;
}

function Row({ callBack, model, actions }: RowProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const asked = useValue(model.desk.asked);
  const isLive = useValue(model.line.state).kind === 'live';
  useValue(model.preferences.of('calling'));
  const { screen, history } = model.texts;
  const say = screen.desk.callBacks;
  const names = {
    taken: say.take,
    done: say.done,
    open: say.giveBack,
    notReached: history.callBacks.notReached,
  };
  const who = callBack.name ?? callBack.number ?? screen.calls.unknownCaller;
  const address = actions.desk.addressOf(callBack);
  const steps = isWithOthers(callBack, model.calls.operatorId) ? [] : callBackSteps(callBack);
  // On any of the row's buttons.
  const onKeyDown = (event: KeyboardEvent): void => {
    const letter = letterOf(pressOf(event));
    const to = steps.find((step) => letter !== undefined && model.keys.letter('callBacks', step) === letter);
    if (to === undefined) return;
    event.preventDefault();
    actions.desk.callBack(callBack, to);
  };
  return (
    <li className={styles.row} onKeyDown={onKeyDown} data-call-back-id={callBack.callBackId}>
      <span className={mergeClasses(styles.icon, callBack.why === 'lost' && styles.lost)}>
        {callBack.why === 'lost' ? <CallMissedRegular /> : <CallOutboundRegular />}
      </span>
      <div className={styles.who}>
        <Text>
          {callBack.name !== undefined && `${callBack.name} `}
          {address === undefined ? (
            callBack.number
          ) : (
            <Link
              href={address}
              target="_blank"
              rel="noreferrer"
              aria-label={history.callBacks.call(who)}
              onClick={() => actions.desk.called(callBack)}
            >
              {callBack.number}
            </Link>
          )}
        </Text>
        <Text size={200} className={styles.quiet}>
          {factsOf(callBack, model, now).join(' · ')}
        </Text>
        {callBack.state === 'taken' && callBack.by !== undefined && (
          <Text size={200} weight="semibold">
            {say.taken(callBack.by.name)}
          </Text>
        )}
      </div>
      <div className={styles.buttons}>
        {steps.map((to) => (
          <ActionButton
            key={to}
            size="small"
            label={names[to]}
            cap={model.keys.letter('callBacks', to)}
            pending={isAmong(asked, callBack.callBackId, 'callBack', to) ? screen.calls.asked : undefined}
            blocked={isLive ? undefined : screen.connection.offline}
            onPress={() => actions.desk.callBack(callBack, to)}
          />
        ))}
      </div>
    </li>
  );
}

const factsOf = (callBack: CallBackView, model: ConsoleModel, now: number): readonly string[] => {
  const say = model.texts.history;
  return [
    say.callBacks.why(callBack),
    say.when(callBack.promisedAt, now, model.past.locality),
    model.queueName(callBack.queueId),
    ...(callBack.tries === 0 ? [] : [say.callBacks.tried(callBack.tries)]),
  ];
};
