import { HiddenText } from '../../design/hidden-text.tsx';
import { useValue } from '../../design/use-value.ts';
import type { Announcer } from '../../state/announcer.ts';

/** The two places that a screen reader reads out by itself; only the announcer writes into them. */
export function LiveRegions({ announcer }: { readonly announcer: Announcer }) {
  const { polite, assertive } = useValue(announcer.spoken);
  return (
    <>
      <div aria-live="polite" aria-atomic="true">
        <HiddenText>{polite}</HiddenText>
      </div>
      <div aria-live="assertive" aria-atomic="true">
        <HiddenText>{assertive}</HiddenText>
      </div>
    </>
  );
}
