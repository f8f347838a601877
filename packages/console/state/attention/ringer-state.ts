/**
 * What becomes of the ringing. `off`: the operator wants none. `blocked`: the browser waits for a click.
 * `elsewhere`: another window of this browser rings.
 */
export type RingerState = 'off' | 'missing' | 'blocked' | 'elsewhere' | 'quiet' | 'rings';
