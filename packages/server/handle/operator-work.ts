import type { Instant } from '@switchboard/kit/clock';
import type { OperatorWork } from '@switchboard/store/operators/operator-status';

/** What changes an operator's state of work. */
export type WorkChange =
  /** A console of theirs is connected. */
  | { readonly type: 'came' }
  /** Their last console has been gone for longer than the grace. */
  | { readonly type: 'gone' }
  /** A new working day begins: what they chose before is over. */
  | { readonly type: 'signedIn' }
  /** They went home, and no console of theirs is left. */
  | { readonly type: 'signedOut' }
  | {
      readonly type: 'set';
      readonly status: 'available' | 'break' | 'offline';
      readonly reason?: string;
      readonly followsPresence?: boolean;
    }
  /** Their Teams presence says that they are busy outside of our calls, or free. */
  | { readonly type: 'presence'; readonly isBusy: boolean };

/** Shown to colleagues as the reason of a break that Teams began. */
const presenceReason = 'Teams: busy';

/**
 * An operator's state of work after a change; the same object when nothing changes. Who comes again goes on with the
 * break that they were on, unless it was their presence that began it: then it is looked at anew. Who chose to be
 * offline stays so until they say otherwise or sign in anew.
 */
export function changeWork(known: OperatorWork, change: WorkChange, now: Instant): OperatorWork {
  switch (change.type) {
    case 'came': {
      if (known.status !== 'offline' || known.isOffByChoice) return known;
      const isBreak = known.breakReason !== null && !known.isBreakByPresence;
      return isBreak ? { ...known, status: 'break', since: now } : available(known, now);
    }
    case 'gone':
      return known.status === 'offline'
        ? known
        : { ...known, status: 'offline', since: now, wrapUpUntil: null };
    case 'signedIn':
      return known.isOffByChoice ? { ...known, isOffByChoice: false } : known;
    case 'signedOut':
      return offline({ ...known, isOffByChoice: false }, now);
    case 'set':
      return set(known, change, now);
    default:
      return byPresence(known, change.isBusy, now);
  }
}

const offline = (known: OperatorWork, now: Instant): OperatorWork => ({
  ...known,
  status: 'offline',
  since: known.status === 'offline' ? known.since : now,
  breakReason: null,
  isBreakByPresence: false,
  wrapUpUntil: null,
});

const available = (known: OperatorWork, now: Instant): OperatorWork => ({
  ...known,
  status: 'available',
  since: now,
  breakReason: null,
  isBreakByPresence: false,
  wrapUpUntil: null,
  idleSince: now,
  isOffByChoice: false,
});

function set(
  known: OperatorWork,
  { status, reason, followsPresence }: Extract<WorkChange, { type: 'set' }>,
  now: Instant,
): OperatorWork {
  const follows = { followsPresence: followsPresence ?? known.followsPresence };
  if (status === 'offline') {
    const isSame = known.isOffByChoice && follows.followsPresence === known.followsPresence;
    return isSame ? known : { ...offline(known, now), ...follows, isOffByChoice: true };
  }
  if (status === 'break') {
    const breakReason = (reason ?? '').trim();
    const isSame = known.status === 'break' && !known.isBreakByPresence;
    if (isSame && breakReason === known.breakReason && follows.followsPresence === known.followsPresence)
      return known;
    const since = known.status === 'break' ? known.since : now;
    return {
      ...known,
      ...follows,
      status,
      since,
      breakReason,
      isBreakByPresence: false,
      wrapUpUntil: null,
      isOffByChoice: false,
    };
  }
  if (known.status === 'available') {
    const isSame = known.wrapUpUntil === null && follows.followsPresence === known.followsPresence;
    return isSame ? known : { ...known, ...follows, wrapUpUntil: null };
  }
  return { ...available(known, now), ...follows };
}

function byPresence(known: OperatorWork, isBusy: boolean, now: Instant): OperatorWork {
  if (!known.followsPresence) return known;
  if (isBusy && known.status === 'available')
    return {
      ...known,
      status: 'break',
      since: now,
      breakReason: presenceReason,
      isBreakByPresence: true,
      wrapUpUntil: null,
    };
  if (!isBusy && known.status === 'break' && known.isBreakByPresence) return available(known, now);
  return known;
}
