import { expect, test } from 'vitest';
import { banner } from './banner.ts';
import { ownSettings } from './own-settings.ts';

const parts = {
  consoleUrl: 'http://localhost:3000',
  simulatorUrl: 'http://localhost:3001',
  operators: [{ name: 'Eva Berg', userPrincipalName: 'eva.berg@contoso.example' }],
  tokenFile: '.data/admin-token',
};

test('the command line is shown with the file of the token that the server takes', () => {
  expect(banner(parts)).toContain('npm run switchboard -- doctor --token-file .data/admin-token\n');
  expect(banner({ ...parts, consoleUrl: 'http://localhost:4000' })).toContain(
    'doctor --server http://localhost:4000 --token-file .data/admin-token\n',
  );
});

test('no file is named when the token is in the environment, where the command line finds it by itself', () => {
  expect(banner({ ...parts, tokenFile: undefined })).toContain('npm run switchboard -- doctor\n');
});

test('what does not leave the simulated world is taken over from the environment', () => {
  const taken = { SWITCHBOARD_ADMIN_TOKEN: 'x', GRAPH_MAILBOXES: 'on', GRAPH_DELTA_ROSTER: 'on' };
  const elsewhere = {
    GRAPH_URL: 'https://graph.microsoft.com/v1.0',
    DATABASE_URL: 'postgres://db.example/x',
  };
  expect(ownSettings({ ...taken, ...elsewhere, SWITCHBOARD_LOG_LEVEL: '', PATH: undefined })).toEqual(taken);
});
