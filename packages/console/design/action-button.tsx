import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { KeyCap } from './key-cap.tsx';
import { tiny } from './window-sizes.ts';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    whiteSpace: 'nowrap',
    [tiny]: { whiteSpace: 'normal' },
  },
  label: { marginInlineEnd: tokens.spacingHorizontalSNudge },
});

export interface ActionButtonProps {
  readonly label: string;
  readonly icon?: ReactElement;
  /** What the label leaves out, for those who do not see what stands beside it. */
  readonly description?: string | undefined;
  /** The key that does the same, as it is printed on the keyboard. */
  readonly cap?: string | undefined;
  readonly look?: 'primary' | 'secondary' | 'subtle' | 'outline';
  readonly size?: 'small' | 'medium' | 'large';
  /** The action was asked for and has not come round: says so. */
  readonly pending?: string | undefined;
  /** Why the button does nothing now. It keeps its place and the focus. */
  readonly blocked?: string | undefined;
  /** It is a switch, and on or off. */
  readonly isPressed?: boolean;
  /** It opens something below it, and has or has not. */
  readonly isExpanded?: boolean | undefined;
  readonly onPress: () => void;
}

/** A button with its key on it. */
export function ActionButton(props: ActionButtonProps) {
  const {
    label,
    icon,
    cap,
    description,
    look = 'secondary',
    size = 'medium',
    pending,
    blocked,
    isPressed,
    isExpanded,
    onPress,
  } = props;
  const styles = useStyles();
  return (
    <Button
      className={styles.button}
      appearance={look}
      size={size}
      icon={pending === undefined ? (icon ?? null) : <Spinner size="extra-tiny" aria-hidden />}
      disabledFocusable={blocked !== undefined || pending !== undefined}
      aria-busy={pending !== undefined}
      title={blocked ?? pending ?? description}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      onClick={onPress}
    >
      <span className={cap === undefined ? undefined : styles.label}>{label}</span>
      {cap !== undefined && <KeyCap cap={cap} onColor={look === 'primary'} />}
    </Button>
  );
}
