import type { DeliveryPlan, NotificationKind, Outgoing } from '../graph-api/delivery/delivery.ts';
import type { FaultChances, Occasion } from './fault-chances.ts';

type NotificationFault = 'drop' | 'double' | 'delay' | 'reorder';

const appliesTo = (kinds: readonly NotificationKind[], kind: NotificationKind): boolean =>
  kinds.length === 0 || kinds.includes(kind);

/** What becomes of a notification: lost, doubled, late, overtaken, or several of the last three at once. */
export function planByChance(chances: FaultChances, { kind }: Outgoing): DeliveryPlan {
  const { settings } = chances;
  const occasionOf = (name: NotificationFault): Occasion =>
    chances.occasion(name, appliesTo(settings[name].kinds, kind));
  const [drop, double, delay, reorder] = (['drop', 'double', 'delay', 'reorder'] as const).map(occasionOf);
  if (drop?.happens) {
    chances.use('drop');
    return { copies: 0, delayMs: 0, inOrder: true };
  }
  const pause = (name: 'delay' | 'reorder', occasion: Occasion | undefined): number => {
    if (!occasion?.happens) return 0;
    chances.use(name);
    const { minMs, maxMs } = settings[name];
    return Math.round(minMs + occasion.chance(1) * (maxMs - minMs));
  };
  if (double?.happens) chances.use('double');
  return {
    copies: double?.happens ? 2 : 1,
    delayMs: pause('delay', delay) + pause('reorder', reorder),
    inOrder: !reorder?.happens,
  };
}
