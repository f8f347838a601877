import { describe, expect, test } from 'vitest';
import { readConfig } from './env.ts';

const right = {
  SWITCHBOARD_PUBLIC_URL: 'https://switchboard.contoso.example/',
  DATABASE_URL: 'postgres://switchboard@localhost/switchboard',
  ENTRA_CLIENT_ID: '5b17c4b0-a11e-4f0a-8c0d-000000000a99',
  ENTRA_CLIENT_SECRET: 'fictional',
};

const refusalsOf = (env: Record<string, string | undefined>): readonly string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.refusal;
};

describe('The configuration', () => {
  test('needs five things and knows Microsoft’s addresses itself', () => {
    const read = readConfig(right);
    expect(read.ok && read.value).toMatchObject({
      publicUrl: 'https://switchboard.contoso.example',
      port: 3000,
      entra: { loginBaseUrl: 'https://login.microsoftonline.com', secret: 'fictional' },
      graph: { baseUrl: 'https://graph.microsoft.com/v1.0' },
    });
  });

  test('says where the people search keeps its copies, and within how much memory', () => {
    const set = readConfig({
      ...right,
      SWITCHBOARD_SEARCH_FOLDER: '/data/search',
      SWITCHBOARD_SEARCH_MEMORY: '64',
    });
    expect(set.ok && set.value.search).toEqual({ folder: '/data/search', budget: 64 * 1_048_576 });
    const without = readConfig(right);
    expect(without.ok && without.value.search).toMatchObject({ budget: 2 ** 30 });
    expect(refusalsOf({ ...right, SWITCHBOARD_SEARCH_MEMORY: '1' }).join()).toMatch(/at least 16 megabytes/);
    expect(refusalsOf({ ...right, SWITCHBOARD_SEARCH_MEMORY: 'much' }).join()).toMatch(/number of megabytes/);
  });

  test('names every variable that is wrong, and the remedy', () => {
    const lines = refusalsOf({
      ...right,
      SWITCHBOARD_PORT: 'many',
      DATABASE_URL: undefined,
      ENTRA_CLIENT_ID: 'x',
    });
    expect(lines.join('\n')).toMatch(/SWITCHBOARD_PORT/);
    expect(lines.join('\n')).toMatch(/DATABASE_URL is missing; write postgres:/);
    expect(lines.join('\n')).toMatch(/ENTRA_CLIENT_ID is missing or not a GUID/);
  });

  test('takes keys for the tokens of operators, the one that seals first', () => {
    const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const text = keys.map((key) => key.toString('base64')).join(', ');
    const read = readConfig({ ...right, SWITCHBOARD_TOKEN_KEY: text });
    expect(read.ok && read.value.sealKeys).toEqual(keys);
    for (const wrong of ['short', `${text},`, Buffer.alloc(31).toString('base64')])
      expect(refusalsOf({ ...right, SWITCHBOARD_TOKEN_KEY: wrong })[0]).toMatch(
        /^SWITCHBOARD_TOKEN_KEY is not a key; give 32 random bytes/,
      );
  });

  test('wants a secret, or a certificate with its key that can be read', () => {
    expect(refusalsOf({ ...right, ENTRA_CLIENT_SECRET: undefined })[0]).toMatch(
      /ENTRA_CLIENT_SECRET is missing/,
    );
    const files = { ENTRA_CERTIFICATE_FILE: '/nowhere/a.pem', ENTRA_PRIVATE_KEY_FILE: '/nowhere/b.pem' };
    expect(refusalsOf({ ...right, ...files })[0]).toMatch(/ENTRA_CERTIFICATE_FILE names/);
  });

  test('takes no administration token that is short or has blanks', () => {
    expect(refusalsOf({ ...right, SWITCHBOARD_ADMIN_TOKEN: 'short' })[0]).toMatch(/SWITCHBOARD_ADMIN_TOKEN/);
  });

  test('leaves off what Microsoft’s pages leave open, unless it is switched on', () => {
    const graphOf = (more: Record<string, string>) => {
      const read = readConfig({ ...right, ...more });
      return read.ok ? read.value.graph : undefined;
    };
    expect(graphOf({})).toMatchObject({ deltaRoster: false, mailboxes: false });
    const on = { GRAPH_DELTA_ROSTER: 'on', GRAPH_MAILBOXES: 'on' };
    expect(graphOf(on)).toMatchObject({ deltaRoster: true, mailboxes: true });
    expect(refusalsOf({ ...right, GRAPH_MAILBOXES: 'yes' })[0]).toMatch(
      /GRAPH_MAILBOXES is neither on nor off/,
    );
  });
});
