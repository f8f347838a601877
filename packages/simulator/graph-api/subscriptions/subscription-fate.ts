/** What chance has in store for subscriptions. */
export interface SubscriptionFates {
  /** Minutes that a subscription made or renewed now really lives; undefined: as long as was asked. */
  life(): number | undefined;
  /**
   * What becomes of a change that is about to be told: it is; it is lost, and `missed` is told; or the subscription
   * is lost with it, in silence or with `subscriptionRemoved`.
   */
  change(): 'told' | 'missed' | 'removedInSilence' | 'removed';
}

export const kindFates: SubscriptionFates = { life: () => undefined, change: () => 'told' };
