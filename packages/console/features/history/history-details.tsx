import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import { useEffect } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import { tiny } from '../../design/window-sizes.ts';
import { callBackOf } from '../../state/history/to-call-back.ts';
import { copyNumber } from './copy-number.ts';
import { EarlierCalls } from './earlier-calls.tsx';
import { followLink } from './follow-link.ts';
import type { HistoryProps } from './history-props.ts';

const useStyles = makeStyles({
  pane: {
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    [tiny]: { overflowY: 'visible' },
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  head: { display: 'flex', flexDirection: 'column' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** The call that is chosen: what became of it, what can be done, who called, and their other calls. */
export function HistoryDetails(props: HistoryProps) {
  const { state, model } = props;
  const styles = useStyles();
  const call = state.calls.find(({ callId }) => callId === state.chosen);
  const { callers } = model.past;
  const callId = call?.callId;
  useEffect(() => {
    callers.lookAt(callId);
    return () => callers.lookAt(undefined);
  }, [callers, callId]);
  return (
    <section className={styles.pane} aria-label={model.texts.history.details} tabIndex={-1}>
      {call !== undefined && (
        <>
          <Head call={call} model={model} />
          <Actions call={call} {...props} />
          <EarlierCalls callId={call.callId} model={model} />
        </>
      )}
    </section>
  );
}

interface ChosenProps extends HistoryProps {
  readonly call: PastCallView;
}

function Head({ call, model }: Pick<ChosenProps, 'call' | 'model'>) {
  const styles = useStyles();
  const now = useValue(model.now);
  const callBacks = useValue(model.callBacks.items);
  const { history: say, screen } = model.texts;
  const onList = callBackOf(callBacks, call);
  return (
    <div className={styles.head}>
      <h3 className={styles.name}>{say.caller(call)}</h3>
      {call.caller.name !== undefined && <Text size={200}>{call.caller.number}</Text>}
      <Text size={200} className={styles.quiet}>
        {[say.when(call.arrivedAt, now, model.past.locality), say.queueOf(call)].join(' · ')}
      </Text>
      <Text size={200} className={styles.quiet}>
        {[say.cameTo(call), ...(call.cameBack ? [say.cameBack] : []), say.lengths(call)].join(' · ')}
      </Text>
      {onList?.state === 'taken' && onList.by !== undefined && (
        <Text size={200} weight="semibold">
          {screen.desk.callBacks.taken(onList.by.name)}
        </Text>
      )}
    </div>
  );
}

function Actions({ call, rows, model, actions }: ChosenProps) {
  const styles = useStyles();
  useValue(model.people.byId);
  useValue(model.preferences.of('calling'));
  const say = model.texts.history;
  const names = say.actions;
  const cap = (letter: Parameters<typeof model.keys.letter<'history'>>[1]) =>
    model.keys.letter('history', letter);
  const address = actions.desk.addressOf(call);
  if (call.dial === undefined && call.caller.personId === undefined)
    return (
      <>
        <Text size={200}>{say.noNumber}</Text>
        <div className={styles.row}>
          <ActionButton
            size="small"
            label={names.timeline}
            cap={cap('timeline')}
            onPress={() => rows.timeline(call)}
          />
        </div>
      </>
    );
  return (
    <>
      {call.dial !== undefined && address === undefined && <Text>{call.caller.number}</Text>}
      <div className={styles.row}>
        {address !== undefined && (
          <ActionButton
            size="small"
            look="primary"
            icon={<CallRegular />}
            label={names.call}
            cap={cap('call')}
            onPress={() => {
              followLink(address);
              actions.desk.called(call);
            }}
          />
        )}
        <ActionButton
          size="small"
          label={names.timeline}
          cap={cap('timeline')}
          onPress={() => rows.timeline(call)}
        />
        {call.dial !== undefined && (
          <ActionButton
            size="small"
            label={names.copy}
            cap={cap('copy')}
            onPress={() => copyNumber(call, rows)}
          />
        )}
        {rows.canKeep(call) && (
          <ActionButton
            size="small"
            label={names.keep}
            cap={cap('keepCaller')}
            onPress={() => rows.keep(call)}
          />
        )}
        <ActionButton size="small" label={names.find} cap={cap('find')} onPress={() => rows.find(call)} />
      </div>
    </>
  );
}
