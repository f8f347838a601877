import { Link, mergeClasses, Text } from '@fluentui/react-components';
import { CallOutboundRegular } from '@fluentui/react-icons/svg/call-outbound';
import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { callBackSteps } from '../../state/key-handler.ts';
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
  const { desk, clockTime } = model.texts.screen;
  const say = desk.callBacks;
  const names = { taken: say.take, done: say.done, open: say.giveBack };
  const facts = [model.queueName(callBack.queueId), say.promised(clockTime(now - callBack.promisedAt))];
  // Whoever took it on gives it back or has done it; the others see who it is.
  const isOthers = callBack.state === 'taken' && callBack.by?.operatorId !== model.calls.operatorId;
  return (
    <div className={mergeClasses(row.row, row.plain)} data-call-back-id={callBack.callBackId}>
      <span className={row.icon}>
        <CallOutboundRegular />
      </span>
      <div className={row.who}>
        {callBack.name !== undefined && <Text className={row.name}>{callBack.name}</Text>}
        <Link href={`tel:${callBack.dial}`} title={say.dial(callBack.number)}>
          {callBack.number}
        </Link>
        <Text size={200} className={row.quiet}>
          {facts.join(' · ')}
        </Text>
        {callBack.state === 'taken' && callBack.by !== undefined && (
          <Text size={200}>{say.taken(callBack.by.name)}</Text>
        )}
      </div>
      {!isOthers && (
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
