/** The addresses of the server that a browser needs. */
export const routes = {
  /**
   * Starts the sign-in by redirect; `?hint=` names the account to offer. `?rights=all` asks again for rights that the
   * tenant did not grant today.
   */
  signIn: '/auth/sign-in',
  /** POST. Ends the session, then Microsoft's. */
  signOut: '/auth/sign-out',
  /** GET. 200 with a `SignedInView` for a session, 401 without. */
  me: '/api/me',
  /**
   * The contacts that operators keep together, as CSV. GET gives all of them; POST takes a file (`text/csv`), adds and
   * replaces, and answers with a `ContactImport`.
   */
  contacts: '/api/contacts.csv',
  /** GET. Past calls as CSV, those of a `HistoryFilter` whose fields are the address's query. */
  history: '/api/calls.csv',
  /** The one WebSocket. */
  socket: '/api/socket',
  /** The manual, as the product serves it. */
  manual: '/manual',
} as const;
