export interface BannerParts {
  readonly consoleUrl: string;
  readonly simulatorUrl: string;
  readonly operators: readonly { readonly name: string; readonly userPrincipalName: string }[];
  /** Where the administration token was written; undefined: whoever started it has it in their environment. */
  readonly tokenFile: string | undefined;
}

/** What a person is told when everything runs. */
export function banner({ consoleUrl, simulatorUrl, operators, tokenFile }: BannerParts): string {
  const server = consoleUrl === 'http://localhost:3000' ? '' : ` --server ${consoleUrl}`;
  const token = tokenFile === undefined ? '' : ` --token-file ${tokenFile}`;
  const people = operators.map(({ name, userPrincipalName }) => `${name} (${userPrincipalName})`);
  return `
Switchboard is ready.

  Console              ${consoleUrl}
  Sign in as           ${people.join('\n                       or ')}
  Telephone            ${simulatorUrl}/telephone
  Teams clients        ${simulatorUrl}/teams/wall
  Bad days             ${simulatorUrl}/faults
  All of Contoso       ${simulatorUrl}/
  Manual               ${consoleUrl}/manual/
  Command line         npm run switchboard -- doctor${server}${token}

Dial Reception on the telephone, take the call in the console with Enter, answer on the operator's Teams client.
Ctrl-C stops everything; what happened stays in the data folder.
`;
}
