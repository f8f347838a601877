/** What may be set for a start on this machine without leaving the simulated world. */
const own: ReadonlySet<string> = new Set([
  'SWITCHBOARD_LOG_LEVEL',
  'SWITCHBOARD_ADMIN_TOKEN',
  'GRAPH_MAILBOXES',
  'GRAPH_DELTA_ROSTER',
]);

/** The settings of an environment that a start with the simulated Microsoft 365 takes over; empty ones are none. */
export const ownSettings = (
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      own.has(name) && value !== undefined && value !== '' ? [[name, value]] : [],
    ),
  );
