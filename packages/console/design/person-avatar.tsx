import { Avatar, type AvatarProps, makeStyles, tokens } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { type PresenceMarkKind, presenceStatus } from './presence-mark.tsx';

const useStyles = makeStyles({
  // Drawn by style: the letters are decoration, and no part of the name of what they stand in.
  initials: {
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: 'normal',
    '::before': { content: 'attr(data-initials)' },
  },
});

interface PersonAvatarProps {
  readonly name: string | undefined;
  readonly size: NonNullable<AvatarProps['size']>;
  /** Gives the same somebody the same colour every time. */
  readonly id: string;
  readonly presence?: PresenceMarkKind;
}

/** A round with initials and Teams' presence badge. Decoration: name and presence stand beside it in words. */
export function PersonAvatar({ name, size, id, presence }: PersonAvatarProps) {
  const styles = useStyles();
  const initials = initialsOf(name ?? '');
  const letters =
    initials === '' ? (
      <PersonRegular />
    ) : (
      <span
        className={styles.initials}
        style={{ fontSize: Math.round(size * 0.4) }}
        data-initials={initials}
      />
    );
  return (
    <Avatar
      size={size}
      color="colorful"
      idForColor={id}
      icon={letters}
      {...(presence === undefined
        ? {}
        : { badge: { status: presenceStatus(presence), 'aria-hidden': true } })}
      aria-hidden
    />
  );
}

/** The first letters of the first and the last word that begin with one. */
export function initialsOf(name: string): string {
  const words = name.match(/(?<![\p{L}\p{M}'’])\p{L}/gu) ?? [];
  return [words[0], words.length > 1 ? words.at(-1) : undefined].join('').toUpperCase();
}
