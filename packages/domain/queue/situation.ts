/** How a queue stands at a moment, as far as a call must know. */
export interface QueueSituation {
  readonly state: 'open' | 'closed' | 'emergency';
  /** Calls of the queue that wait, this one not counted. */
  readonly waiting: number;
  /** Operators of the queue who are at work: signed in and not on a break, whether in a call or not. */
  readonly operatorsAtWork: number;
  /** This call's place in line, 1 and up; of a call that waits. */
  readonly position?: number;
  /** In milliseconds, where enough is known to expect anything. */
  readonly expectedWait?: number;
}
