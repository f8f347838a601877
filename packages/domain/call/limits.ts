/** Graph forgets a leg 45 minutes after the last sign of life and asks for one every 15 (call-keepAlive page). */
export const keepAliveEvery = 15 * 60_000;

/** Graph takes an answer for 15 s after the notification (call-answer page). */
export const answerTime = 15_000;

/** An answered leg carries sound in a moment; who is not told of it leaves the caller in silence. */
export const whileAnswering = 4_000;

/** That a leg is gone may be one server of Graph's that has not heard of it yet, or has lost sight of it for a moment. */
export const beforeSecondLook = 2_000;

/** Two people talk, and we only keep them company: so long is Graph given to say who is there before we leave them. */
export const longestLastLook = 10_000;

/** As often is an invitation made anew of which nobody knows what became. */
export const mostRenewals = 2;

/** Slots are numbers that an operator says aloud: two digits at most. */
export const mostSlots = 99;
