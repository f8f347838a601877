import { expect, test } from 'vitest';
import { createLog } from './log.ts';

/** What is logged of an error, as text. */
function logged(error: Error): string {
  let text = '';
  createLog('info', { write: (line) => (text += line) }).error('it failed', { error, call: 'call-1' });
  return text;
}

/** As PostgreSQL's driver makes them. */
const databaseError = (message: string, fields: object): Error =>
  Object.assign(new Error(message), { severity: 'ERROR', ...fields });

test('what PostgreSQL says of a row stays out of the log; the code, the table and the constraint are in it', () => {
  const message = 'duplicate key value violates unique constraint "call_backs_pkey"';
  const text = logged(
    databaseError(message, {
      code: '23505',
      table: 'call_backs',
      constraint: 'call_backs_pkey',
      detail: 'Key (number)=(+442079460123) already exists.',
      where: 'COPY call_backs, line 1, column name: "Adele Vance"',
      hint: 'Adele Vance',
      internalQuery: `INSERT INTO call_backs VALUES ('+442079460123')`,
      parameters: ['+442079460123'],
    }),
  );
  expect(text).not.toContain('442079460123');
  expect(text).not.toContain('Adele');
  expect(JSON.parse(text)).toMatchObject({
    call: 'call-1',
    err: { message, code: '23505', table: 'call_backs', constraint: 'call_backs_pkey', severity: 'ERROR' },
  });
});

test('a message that quotes the value is logged without it, in the stack and in causes too', () => {
  const inner = databaseError('invalid input syntax for type bigint: "Adele "the" Vance"', { code: '22P02' });
  const text = logged(new Error('a command failed', { cause: inner }));
  expect(text).not.toContain('Adele');
  expect(JSON.parse(text)).toMatchObject({
    err: { message: 'a command failed', cause: { message: 'invalid input syntax for type bigint: "…"' } },
  });
});

test('every error of several attempts is logged, without what hangs on it', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  const text = logged(
    new AggregateError([refused, Object.assign(new Error('no'), { body: 'Adele' })], 'none'),
  );
  expect(text).not.toContain('Adele');
  expect(JSON.parse(text)).toMatchObject({
    err: { type: 'AggregateError', errors: [{ code: 'ECONNREFUSED' }, { message: 'no' }] },
  });
});

test('an error that is its own cause is logged all the same', () => {
  const error = new Error('round and round');
  error.cause = error;
  expect(logged(error)).toContain('round and round');
});
