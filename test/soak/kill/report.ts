import type { Account } from '../../worlds/account.ts';
import { grouped } from '../progress.ts';

export interface KillReport {
  readonly account: Account;
  readonly doubles: readonly string[];
  /** How Microsoft's world, the rows and the feed differ at the end. */
  readonly unlike: readonly string[];
  readonly isWell: boolean;
  readonly seconds: number;
  readonly servers: readonly ServerReport[];
  readonly bothKilled: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly comebacks: number;
}

interface ServerReport {
  readonly notices: number;
  readonly consoles: number;
  readonly kills: number;
  readonly errors: ReadonlyMap<string, { readonly count: number; readonly line: string }>;
}

const evidenceShown = 20;

/** The report in words. */
export function told(report: KillReport): string {
  const { account, doubles, unlike, servers } = report;
  const row = (what: string, count: number): string => `  ${grouped(count).padStart(7)}  ${what}\n`;
  const shared = servers.map(
    ({ notices, consoles }, index) =>
      `server ${index + 1} took ${grouped(notices)} notices and ${grouped(consoles)} consoles`,
  );
  return [
    '\n',
    row('calls placed', account.placed),
    row('handed over', account.handedOver),
    row('ended by operators', account.endedByOperators),
    row('ended by callers who had talked to somebody', account.endedByCallers),
    row('abandoned by the caller', account.abandoned),
    row('turned away (closed, full)', account.turnedAway),
    row('waiting or talking at the end', account.there),
    row('lost', account.lost.length),
    row('double-connected', doubles.length),
    row('differences between Microsoft’s world, rows and feed', unlike.length),
    '\n',
    silence(account.longestSilence),
    `Servers killed: ${servers.reduce((sum, { kills }) => sum + kills, 0)}, both at once ${report.bothKilled} times, in ${report.seconds} s.\n`,
    `Work: ${shared.join('; ')}.\n`,
    `Consoles came back ${grouped(report.comebacks)} times and resumed.\n`,
    `Faults: ${faultsTold(report.faults)}.\n`,
    ...servers.flatMap(({ errors }) =>
      [...errors].map(([sentence, { count }]) => errorTold(sentence, count)),
    ),
    evidence('Lost', account.lost),
    evidence('Double-connected', doubles),
    evidence('Different', unlike),
    report.isWell ? 'No caller was lost, none was connected twice.\n' : 'The promise is broken.\n',
  ].join('');
}

const silence = (milliseconds: number): string =>
  `Longest silence a caller had to bear: ${(milliseconds / 1_000).toFixed(1)} s.
  Its bound: a dead server is noticed within 0.5 s by its lock, and what it was about to ask of Graph is settled first
  and asked again by the other at once. While both are dead nobody acts: then it is as long as they are away. A lost
  notice is made good by the next question to Graph, here 3 s later, and a request that fails is repeated for some
  seconds.
`;

const faultsTold = (faults: Readonly<Record<string, number>>): string =>
  Object.entries(faults)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${grouped(count)}`)
    .join(', ') || 'none';

const errorTold = (sentence: string, count: number): string =>
  `A server logged an error ${grouped(count)} times: ${sentence}\n`;

const evidence = (title: string, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `${title}:\n${lines
        .slice(0, evidenceShown)
        .map((line) => `  ${line}\n`)
        .join('')}`;
