import { type Command, CommanderError } from 'commander';
import type { Answer } from './commands/answer.ts';
import { createProgram } from './commands/create-program.ts';
import { type CliWorld, connect } from './connection/connect.ts';
import { type ExitCode, exitCodes, type Problem } from './output/problem.ts';
import { lineWidth } from './output/table.ts';
import { wrapWords } from './output/text-width.ts';

export interface CliStreams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs one command. With `--json` exactly one document is written to `out`, whatever happens. */
export async function runCli(
  args: readonly string[],
  world: Omit<CliWorld, 'warn'>,
  streams: CliStreams,
): Promise<ExitCode> {
  const isJson = args.includes('--json');
  let exitCode: ExitCode = exitCodes.ok;
  let complaint = '';
  const program = createProgram(async (options, work) => {
    const warn = (text: string): void => streams.err(`${text}\n`);
    const client = await connect(options, { ...world, warn });
    const outcome = client.ok ? await work(client.value, world.readFile) : client;
    exitCode = outcome.ok
      ? showAnswer(outcome.value, isJson, streams)
      : showProblem(outcome.refusal, isJson, streams);
  });
  forEach(program, (command) => {
    command.exitOverride().configureOutput({
      writeOut: streams.out,
      writeErr: (text) => {
        complaint += text;
      },
    });
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.ok;
    if (isJson) return showProblem(usageFrom(complaint), true, streams);
    streams.err(complaint);
    if (isError(complaint)) streams.err('To do: switchboard --help, or --help behind the command\n');
    return exitCodes.usage;
  }
}

function forEach(command: Command, visit: (command: Command) => void): void {
  visit(command);
  for (const child of command.commands) forEach(child, visit);
}

function showAnswer({ json, text, exitCode }: Answer, isJson: boolean, { out }: CliStreams): ExitCode {
  out(isJson ? document(json) : `${text}\n`);
  return exitCode ?? exitCodes.ok;
}

function showProblem(problem: Problem, isJson: boolean, { out, err }: CliStreams): ExitCode {
  const { exitCode, ...error } = problem;
  if (isJson) out(document({ error }));
  else {
    err(sentence(error.message));
    if (error.remedy !== undefined) err(sentence(`To do: ${error.remedy}`));
  }
  return exitCode;
}

const sentence = (text: string): string => `${wrapWords(text, lineWidth).join('\n')}\n`;

const document = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** What commander says is "error: …", or the help when a command is missing. */
const usageFrom = (complaint: string): Problem => ({
  exitCode: exitCodes.usage,
  code: 'usage',
  message: isError(complaint)
    ? complaint.slice(errorMark.length).trim()
    : 'A command is missing or incomplete',
  remedy: 'switchboard --help lists the commands',
});

const errorMark = 'error: ';
const isError = (complaint: string): boolean => complaint.startsWith(errorMark);
