import { Link, mergeClasses, Text } from '@fluentui/react-components';
import { CallOutboundRegular } from '@fluentui/react-icons/svg/call-outbound';
import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { callBackSteps, isWithOthers } from '../../state/history/to-call-back.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { useAskState } from './call-row.ts';
import { useRowStyles } from './row-styles.ts';

interface CallBackRowProps {
  readonly callBack: CallBackView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** A caller who was promised that somebody calls back. */
export function CallBackRow({ callBack, model, actions }: CallBackRowProps) {
  const row = useRowStyles();
  const now = useValue(model.now);
  const stateOf = useAskState(callBack.callBackId, model);
  const hasLetters = useValue(actions.letters) === 'calls';
  const { screen } = model.texts;
  const say = screen.desk.callBacks;
  const { callBacks: words } = model.texts.history;
  const names = { taken: say.take, done: say.done, open: say.giveBack, notReached: words.notReached };
  const facts = [
    model.queueName(callBack.queueId),
    words.why(callBack),
    screen.ago(Math.max(0, now - callBack.promisedAt)),
    ...(callBack.tries === 0 ? [] : [words.tried(callBack.tries)]),
  ];
  useValue(model.preferences.of('calling'));
  const address = actions.desk.addressOf(callBack);
  return (
    <div className={mergeClasses(row.row, row.plain)} data-call-back-id={callBack.callBackId}>
      <span className={row.icon}>
        <CallOutboundRegular />
      </span>
      <div className={row.who}>
        {callBack.name !== undefined && <Text className={row.name}>{callBack.name}</Text>}
        {address === undefined ? (
          <Text>{callBack.number}</Text>
        ) : (
          <Link
            href={address}
            target="_blank"
            rel="noreferrer"
            title={words.call(callBack.name ?? callBack.number ?? '')}
            onClick={() => actions.desk.called(callBack)}
          >
            {callBack.number}
          </Link>
        )}
        <Text size={200} className={row.quiet}>
          {facts.join(' · ')}
        </Text>
        {callBack.state === 'taken' && callBack.by !== undefined && (
          <Text size={200}>{say.taken(callBack.by.name)}</Text>
        )}
      </div>
      {!isWithOthers(callBack, model.calls.operatorId) && (
        <span className={row.ends}>
          {callBackSteps(callBack).map((to) => (
            <ActionButton
              key={to}
              size="small"
              label={names[to]}
              cap={hasLetters ? model.keys.letter('callBacks', to) : undefined}
              {...stateOf('callBack', to)}
              onPress={() => actions.desk.callBack(callBack, to)}
            />
          ))}
        </span>
      )}
    </div>
  );
}
