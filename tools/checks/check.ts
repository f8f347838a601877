/** One thing that `npm run check` looks at. */
export interface Check {
  readonly name: string;
  run(): Promise<Findings>;
}

export interface Findings {
  /** Empty when all is well. Each says where, what and what to do. */
  readonly problems: readonly string[];
  /** What has been looked at: `212 modules`. */
  readonly seen: string;
}
