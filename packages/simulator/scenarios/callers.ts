import { must } from '@switchboard/kit/assert';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { Control } from '../control/control.ts';
import type { Random } from '../world/random.ts';

export interface CallersOptions {
  readonly control: Control;
  readonly clock: Clock;
  readonly random: Random;
  readonly callsPerMinute: number;
}

/** How often a caller thinks about hanging up. */
const tickMs = 1_000;
/** Seconds that callers wait before they give up, and talk before they are done. */
const patience = { least: 60, most: 240 } as const;
const talk = { least: 20, most: 150 } as const;

const between = (random: Random, range: { readonly least: number; readonly most: number }): number =>
  (range.least + random.below(range.most - range.least)) * 1_000;

/** London numbers that nobody in Contoso has, and North American ones; all kept for fiction. */
function callerNumber(random: Random): string {
  if (random.next() < 0.5) return `+4420794609${String(random.below(100)).padStart(2, '0')}`;
  return `+1${random.pick([202, 303, 406, 509, 608, 716])}55501${String(random.below(100)).padStart(2, '0')}`;
}

/** Outside callers who dial the queues by themselves, wait with patience, talk, and hang up. */
export function startCallers(options: CallersOptions): Cancel {
  const { control, clock, random } = options;
  let stopped = false;
  let next: Cancel = () => undefined;
  const queues = control.world.queues;

  const dialLater = (): void => {
    // Calls come independently of each other, so the pauses between them are exponential.
    const pause = (-Math.log(1 - random.next()) * 60_000) / options.callsPerMinute;
    next = clock.after(pause, () => {
      if (stopped) return;
      const queue = must(random.pick(queues), 'a queue');
      const dialled = control.dial({ from: callerNumber(random), to: queue.number });
      if (dialled.ok) live(dialled.value.id);
      dialLater();
    });
  };

  const live = (lineId: string): void => {
    const [waitsFor, talksFor] = [between(random, patience), between(random, talk)];
    let [waited, talked] = [0, 0];
    const tick = (): void => {
      const line = control.world.lines.find(lineId);
      if (stopped || !line || line.endedAt !== undefined) return;
      const { hearing } = control.world.exchange.hearing.of(`outside:${lineId}`);
      if (hearing?.kind === 'talk' || hearing?.kind === 'voicemail') [waited, talked] = [0, talked + tickMs];
      else waited += tickMs;
      if (waited >= waitsFor || talked >= talksFor) control.hangUpLine(lineId);
      else clock.after(tickMs, tick);
    };
    clock.after(tickMs, tick);
  };

  dialLater();
  return () => {
    stopped = true;
    next();
  };
}
