import type { OfferCommand } from './command.ts';
import type { Decision } from './decision.ts';
import { lapse } from './waiting-line.ts';

/** Offers a waiting call to operators, until a moment. Those who passed over the offer before may be asked again. */
export function decideOffer(decision: Decision, { operatorIds, until }: OfferCommand): void {
  const { state, now } = decision;
  if (state.name !== 'waiting') return decision.ignore('the call does not wait any more');
  if (operatorIds.length === 0 || until <= now) return decision.ignore('nobody is offered anything');
  if (state.offer !== undefined && state.offer.until > now)
    return decision.ignore('it is offered to somebody');
  if (state.offer !== undefined) lapse(decision, state.offer.operatorIds);
  decision.record({ type: 'operatorsOffered', operatorIds, until });
}
