import { makeStyles } from '@fluentui/react-components';
import { useValue } from '../../design/use-value.ts';
import type { Announcer } from '../../state/announcer.ts';

const useStyles = makeStyles({
  // Out of sight and still read aloud.
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** The two places that a screen reader reads out by itself; only the announcer writes into them. */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }) {
  const styles = useStyles();
  const { polite, assertive } = useValue(announcer.spoken);
  return (
    <>
      <div className={styles.hidden} aria-live="polite" aria-atomic="true">
        {polite}
      </div>
      <div className={styles.hidden} aria-live="assertive" aria-atomic="true">
        {assertive}
      </div>
    </>
  );
}
