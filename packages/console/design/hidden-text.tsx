import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Out of sight, and still read aloud. */
export const outOfSight = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

const useStyles = makeStyles({ hidden: outOfSight });

/** Text that is out of sight and still read aloud. */
export function HiddenText({ children }: { readonly children: ReactNode }) {
  return <span className={useStyles().hidden}>{children}</span>;
}

/** A pause between two parts of what is read aloud, where the eye has a gap. */
export const SpokenPause = () => <HiddenText>, </HiddenText>;
