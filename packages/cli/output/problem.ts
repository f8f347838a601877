/** What the shell gets to know. Scripts rely on these: they are in `--help` and in docs/manual/cli.md. */
export const exitCodes = {
  ok: 0,
  /** A check failed, or the server refused or could not do what was asked. */
  wrong: 1,
  usage: 2,
  unreachable: 3,
  notAllowed: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Why a command came to nothing. */
export interface Problem {
  readonly exitCode: ExitCode;
  /** The server's code, or one of ours: `usage`, `unreachable`. */
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  readonly remedy?: string;
}

export const usageProblem = (message: string, remedy: string): Problem => ({
  exitCode: exitCodes.usage,
  code: 'usage',
  message,
  remedy,
});
