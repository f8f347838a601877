import type { Preferences } from '@switchboard/contract/preferences/sections';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { Instant } from '@switchboard/kit/clock';
import type { CallArrangement } from '../arrange-calls.ts';

/** How the operator is, as far as it matters to what calls for them. */
export interface OperatorNow {
  readonly isAvailable: boolean;
  readonly isTalking: boolean;
}

/** What calls for the operator now. */
export interface Calling {
  /** The calls that do: those that came back to the operator, then the one that has waited longest. */
  readonly calls: readonly CallView[];
  /** How long the longest has waited, in steps: 0 just come, 1 long, 2 twice as long, 3 four times. */
  readonly step: RingStep;
  /** When this may be another without anything happening. */
  readonly changesAt: Instant | undefined;
}

export type RingStep = 0 | 1 | 2 | 3;
/** As many times the long wait. */
const steps = [1, 2, 4] as const;
/** So long a caller rings who came back to this operator; by then it was heard, or the operator leaves them on purpose. */
const ringsBack = 30_000;

/** How long a wait is, by what the operator calls long in milliseconds. */
export const waitStep = (waits: number, long: number): RingStep =>
  steps.filter((times) => waits >= times * long).length as RingStep;

type Rules = Pick<Preferences<'ringing'>, 'calls' | 'longWait'>;

/** Which calls ring and are noticed, by the operator's rules. */
export function callingNow(
  { offered, waiting, held }: CallArrangement,
  rules: Rules,
  { isAvailable }: OperatorNow,
  now: Instant,
): Calling {
  const open = [...offered, ...waiting].filter(
    (call) => call.state === 'waiting' && call.can.includes('accept'),
  );
  const theirs = open.filter(({ offer }) => offer !== undefined);
  // On a break and offline nothing is offered; what waits for others is not to be heard then.
  const candidates = rules.calls === 'offers' || !isAvailable ? theirs : open;
  const long = rules.longWait * 1_000;
  const waited = (call: CallView): number => now - call.arrivedAt;
  const cameBack = held.filter(({ recall, since }) => recall !== undefined && now < since + ringsBack);
  const calls = [
    ...cameBack,
    ...candidates
      .filter((call) => rules.calls !== 'long' || call.recall !== undefined || waited(call) >= long)
      .toSorted((a, b) => a.arrivedAt - b.arrivedAt),
  ];
  const longest = Math.max(...calls.map(waited));
  const turns = [...cameBack, ...candidates].flatMap(({ arrivedAt }) =>
    steps.map((times) => arrivedAt + times * long),
  );
  const coming = [...turns, ...cameBack.map(({ since }) => since + ringsBack)].filter((turn) => turn > now);
  return {
    calls,
    step: waitStep(longest, long),
    changesAt: coming.length === 0 ? undefined : Math.min(...coming),
  };
}
