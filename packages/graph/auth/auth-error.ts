/**
 * `configuration` something in our own settings is wrong; `unreachable` Entra ID did not answer usefully;
 * `refused` Entra ID said no.
 */
export type AuthErrorCode = 'configuration' | 'unreachable' | 'refused';

/** Whether waiting helps (`transient`), or only a person does (`permanent`). */
export type AuthErrorCategory = 'transient' | 'permanent';

const categories: Record<AuthErrorCode, AuthErrorCategory> = {
  configuration: 'permanent',
  unreachable: 'transient',
  refused: 'permanent',
};

/** A fault on the way to Entra ID. Its message and causes never hold a secret or a token. */
export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly code: AuthErrorCode;
  readonly category: AuthErrorCategory;

  constructor(code: AuthErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.category = categories[code];
  }
}
