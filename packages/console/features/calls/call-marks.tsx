import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { StarFilled } from '@fluentui/react-icons/svg/star';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  badge: { alignSelf: 'flex-start', flexShrink: 0 },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface CallMarksProps {
  readonly call: CallView;
  readonly model: ConsoleModel;
  /** The call's own card says that it came back, and why. */
  readonly hasReturnNote?: boolean;
}

/** What sets a call apart: a VIP, one that came back, one that came through other queues. */
export function CallMarks({ call, model, hasReturnNote = false }: CallMarksProps) {
  const styles = useStyles();
  const say = model.texts.screen.calls;
  const isBack = !hasReturnNote && (call.front || call.recall !== undefined);
  const came = call.formerQueues.map(model.queueName);
  if (!call.vip && !isBack && came.length === 0) return null;
  return (
    <span className={styles.row}>
      {call.vip && (
        <Badge className={styles.badge} appearance="tint" color="brand" icon={<StarFilled />}>
          {say.vip}
        </Badge>
      )}
      {isBack && (
        <Badge className={styles.badge} appearance="tint" color="warning" icon={<ArrowReplyRegular />}>
          {say.returning}
        </Badge>
      )}
      {came.length > 0 && (
        <Text size={200} className={styles.quiet}>
          {say.came(came)}
        </Text>
      )}
    </span>
  );
}
