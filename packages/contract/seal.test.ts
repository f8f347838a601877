import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { consoleMessageSchema } from './commands/console-message.ts';
import { feedMessageSchema } from './feed/feed-message.ts';
import { contractVersion } from './version.ts';

/**
 * The shape of everything that crosses between server and console, as one number. When this test fails you have
 * changed the contract: if an older console or server cannot live with the change, raise `contractVersion` and add a
 * line to its history in `version.ts`; then put the new number here.
 */
const seal = { version: 4, shape: '8b347f32fb43fabf' };

test('the contract is the one that its version names', () => {
  const shapes = [consoleMessageSchema, feedMessageSchema].map((schema) => z.toJSONSchema(schema));
  const shape = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16);
  expect({ version: contractVersion, shape }).toEqual(seal);
});
