/** What the environment may say instead of an option. Empty counts as not given. */
export interface CliEnvironment {
  readonly server: string | undefined;
  readonly token: string | undefined;
}

export const processEnvironment = (): CliEnvironment => ({
  server: process.env['SWITCHBOARD_URL'] || undefined,
  token: process.env['SWITCHBOARD_ADMIN_TOKEN'] || undefined,
});
