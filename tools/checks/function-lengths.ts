import { parseSync } from '@swc/core';
import type { SourceFile } from './source-files.ts';

export interface FunctionLength {
  /** File and line. */
  readonly name: string;
  readonly lines: number;
}

const functionTypes: ReadonlySet<unknown> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
  'MethodProperty',
  'GetterProperty',
  'SetterProperty',
]);

/**
 * How long each function is that does not fit on one line.
 *
 * @NOTE The parser counts bytes on from all files it read before, and a module begins at its first statement: a
 * statement put in front shows where this file's count begins.
 */
export function functionLengths({ name, text }: SourceFile): readonly FunctionLength[] {
  const front = '0;';
  const module = parseSync(front + text, {
    syntax: 'typescript',
    tsx: name.endsWith('.tsx'),
    target: 'esnext',
  });
  const bytes = Buffer.from(front + text);
  const begin = module.span.start;
  const found: FunctionLength[] = [];
  const lineOf = (position: number): number => countNewlines(bytes.subarray(0, position - begin)) + 1;
  visit(module.body, (start, end) => {
    const first = lineOf(start);
    const lines = lineOf(end) - first + 1;
    if (lines > 1) found.push({ name: `${name}:${first}`, lines });
  });
  return found;
}

function visit(node: unknown, onFunction: (start: number, end: number) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) visit(item, onFunction);
    return;
  }
  const span: unknown = Reflect.get(node, 'span');
  if (functionTypes.has(Reflect.get(node, 'type')) && isSpan(span)) onFunction(span.start, span.end);
  for (const value of Object.values(node)) visit(value, onFunction);
}

const isSpan = (value: unknown): value is { start: number; end: number } =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 0x0a) count += 1;
  return count;
}
