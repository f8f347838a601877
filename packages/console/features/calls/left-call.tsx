import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { HourglassRegular } from '@fluentui/react-icons/svg/hourglass';
import type { CallView } from '@switchboard/contract/views/call-view';
import { UnbrokenNumbers } from '../../design/unbroken-numbers.tsx';
import { useValue } from '../../design/use-value.ts';
import type { Texts } from '../../i18n/texts.ts';
import { CallActions } from './call-actions.tsx';
import { type CallRowProps, callerName } from './call-row.ts';
import { MessageButton } from './message-button.tsx';
import { useRowStyles, whoLook } from './row-styles.ts';
import { TimelineButton } from './timeline-button.tsx';

const useStyles = makeStyles({
  slot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '40px',
    height: '40px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusLarge,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase600,
    fontWeight: tokens.fontWeightBold,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** A call without an operator for a while: parked in a slot, or waiting for one colleague. */
export function LeftCall({ call, model, actions }: CallRowProps) {
  const styles = useStyles();
  const row = useRowStyles();
  const now = useValue(model.now);
  const say = model.texts.screen;
  const isBackIn = call.until === undefined ? undefined : say.calls.backIn(say.clockTime(call.until - now));
  return (
    <div className={row.row} data-call-id={call.callId}>
      {call.slot === undefined ? (
        <span className={row.icon}>
          <HourglassRegular />
        </span>
      ) : (
        <span className={styles.slot} role="img" aria-label={say.calls.parkedIn(call.slot)}>
          {call.slot}
        </span>
      )}
      <div className={whoLook(call, row)}>
        <Text weight="semibold" className={row.name}>
          <UnbrokenNumbers text={callerName(call, model)} />
        </Text>
        {factsOf(call, model.texts).map((fact) => (
          <Text key={fact} size={200} className={row.quiet}>
            <UnbrokenNumbers text={fact} />
          </Text>
        ))}
        <Text size={200} className={row.time}>
          {[say.clockTime(now - call.since), isBackIn].filter((part) => part !== undefined).join(' · ')}
        </Text>
      </div>
      <span className={row.ends}>
        <CallActions call={call} isCurrent={false} isSmall model={model} actions={actions}>
          <MessageButton call={call} model={model} actions={actions} />
          <TimelineButton call={call} model={model} actions={actions} />
        </CallActions>
      </span>
    </div>
  );
}

function factsOf(call: CallView, { screen }: Texts): readonly string[] {
  const say = screen.calls;
  const parts = [
    call.state === 'camped' ? say.campedFor(screen.nameOf(call.target)) : undefined,
    call.parkedFor === undefined ? undefined : say.parkedFor(screen.nameOf(call.parkedFor)),
    call.leftBy === undefined ? undefined : say.leftBy(call.leftBy.name),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [parts.join(' · ')];
}
