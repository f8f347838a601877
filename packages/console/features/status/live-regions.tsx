import { createPortal } from 'react-dom';
import { HiddenText } from '../../design/hidden-text.tsx';
import { useValue } from '../../design/use-value.ts';
import type { Announcer } from '../../state/announcer.ts';

/** Fluent hides everything outside of an open dialog from screen readers, but what has this and stands in the body. */
const neverHidden = { 'data-tabster-never-hide': '' };

/**
 * The two places that a screen reader reads out by itself, also while a dialog is open; only the announcer writes into
 * them.
 */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }) {
  const { polite, assertive } = useValue(announcer.spoken);
  return createPortal(
    <div {...neverHidden}>
      <div aria-live="polite" aria-atomic="true">
        <HiddenText>{polite}</HiddenText>
      </div>
      <div aria-live="assertive" aria-atomic="true">
        <HiddenText>{assertive}</HiddenText>
      </div>
    </div>,
    document.body,
  );
}
