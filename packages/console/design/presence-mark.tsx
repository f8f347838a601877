import {
  makeStyles,
  mergeClasses,
  PresenceBadge,
  type PresenceBadgeStatus,
  tokens,
} from '@fluentui/react-components';

export type PresenceMarkKind =
  | 'available'
  | 'busy'
  | 'doNotDisturb'
  | 'away'
  | 'offline'
  | 'outOfOffice'
  | 'unknown';

const statuses: Record<PresenceMarkKind, PresenceBadgeStatus> = {
  available: 'available',
  busy: 'busy',
  doNotDisturb: 'do-not-disturb',
  away: 'away',
  offline: 'offline',
  outOfOffice: 'out-of-office',
  unknown: 'unknown',
};

/** The badge that Teams draws for a presence, for an avatar or beside a word. */
export const presenceStatus = (kind: PresenceMarkKind): PresenceBadgeStatus => statuses[kind];

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
  },
  // Not in a row, where a second line would hide the next person.
  alone: { flexWrap: 'wrap', whiteSpace: 'normal' },
  age: { fontSize: tokens.fontSizeBase200, fontStyle: 'italic' },
});

export interface PresenceMarkProps {
  readonly kind: PresenceMarkKind;
  readonly word: string;
  /** How old the presence is, when it is not fresh. */
  readonly age: string | undefined;
  /** Where it comes from and how old it is: for who points at it. */
  readonly origin?: string | undefined;
  /** Draws the badge too, where no avatar carries it. */
  readonly badge?: boolean;
}

/** A presence as badge, word and age: never by colour alone. */
export function PresenceMark({ kind, word, age, origin, badge = false }: PresenceMarkProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.mark, badge && styles.alone)} title={origin}>
      {badge && <PresenceBadge size="small" status={presenceStatus(kind)} aria-hidden role="presentation" />}
      <span>{word}</span> {age !== undefined && <span className={styles.age}>{age}</span>}
    </span>
  );
}
