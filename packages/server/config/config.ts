/** Everything that differs between installations. Made by `config/env.ts` from the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where browsers and Microsoft reach this server, without a slash at its end. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly logLevel: string;
  readonly search: {
    /** Where copies of the people indexes are, so that a restart need not make them anew. */
    readonly folder: string;
    /** Bytes of all indexes in memory. */
    readonly budget: number;
  };
  /** What the command line proves itself by; without one there is no administration over HTTP. */
  readonly adminToken?: string;
  /**
   * Seal the tokens of operators in the database: the first closes, all open. Without any they are in memory, and lost with
   * the process.
   */
  readonly sealKeys?: readonly Buffer[];
  readonly entra: {
    /** `https://login.microsoftonline.com` for Microsoft. */
    readonly loginBaseUrl: string;
    readonly clientId: string;
    readonly secret?: string;
    readonly certificate?: { readonly privateKeyPem: string; readonly certificatePem: string };
  };
  readonly graph: {
    /** `https://graph.microsoft.com/v1.0` for Microsoft. */
    readonly baseUrl: string;
    readonly notificationsOpenIdUrl: string;
    readonly notificationIssuers: readonly string[];
    /** Requests for presence that one tenant may have in half a minute; half of what Microsoft takes unless said. */
    readonly presenceRequests?: number;
    /** Rosters tell only who has come and gone (`isDeltaRosterEnabled`); off unless said. */
    readonly deltaRoster?: boolean;
    /** Calls may be put through to mailboxes; off unless said, since Microsoft's pages leave open whether it works. */
    readonly mailboxes?: boolean;
  };
}
