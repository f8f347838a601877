import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Administration, contoso, eva, hours, receptionId, run, salesId, spring } from './cli.testing.ts';

let administration: Administration;
let folder: string;

beforeAll(async () => {
  administration = await Administration.open();
  folder = await mkdtemp(path.join(tmpdir(), 'switchboard-cli-'));
});

afterAll(async () => {
  await administration?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => administration.reset());

const cli = (args: readonly string[]) => run(administration.url, args);

describe('changing a queue', () => {
  const url = `/api/admin/tenants/${contoso}/queues/${receptionId}`;

  test('names only what was given, times in any unit, sounds by their names', async () => {
    const args = ['--strategy', 'longestIdle', '--max-wait', '5m', '--wrap-up', '1m30s', '--music', 'spring'];
    const more = ['--max-waiting', 'none', '--vip', '+442079460111', '--vip', '+4420*', '--blocked', 'none'];
    const switched = [
      '--night-when-last-leaves',
      'on',
      '--greeting',
      'none',
      '--number',
      'none',
      '--name',
      'Desk',
    ];
    const { code, out, err } = await cli(['queue', 'set', 'reception', ...args, ...more, ...switched]);
    expect([code, out, err]).toEqual([0, 'Changed the queue Reception.\n', '']);
    expect(administration.asked.at(-1)).toBe(`PATCH ${url}`);
    expect(administration.body).toEqual({
      name: 'Desk',
      number: null,
      settings: {
        strategy: 'longestIdle',
        maxWait: 300_000,
        wrapUp: 90_000,
        maxWaiting: null,
        vip: ['+442079460111', '+4420*'],
        blocked: [],
        nightWhenLastLeaves: true,
        greeting: null,
        music: spring,
      },
    });
  });

  test('hours come from a file, and are open always without', async () => {
    const file = path.join(folder, 'hours.json');
    await writeFile(file, JSON.stringify(hours));
    expect((await cli(['queue', 'hours', 'Reception', '--file', file])).code).toBe(0);
    expect(administration.body).toEqual({ settings: { hours } });
    expect((await cli(['queue', 'hours', 'Reception', '--always'])).out).toBe('Reception is open always.\n');
    expect(administration.body).toEqual({ settings: { hours: null } });
  });

  test.each([
    [['--to', 'message', '--message', 'Spring'], { destination: { to: 'message' }, message: spring }],
    [['--to', 'callBack'], { destination: { to: 'callBack' } }],
    [['--to', 'queue:sales'], { destination: { to: 'queue', queueId: salesId } }],
    [['--to', `person:${eva}`], { destination: { to: 'person', personId: eva } }],
    [['--to', '+442079460300'], { destination: { to: 'number', number: '+442079460300' } }],
    [['--off'], null],
  ])('divert full %j', async (args, rule) => {
    expect((await cli(['queue', 'divert', 'Reception', 'full', ...args])).code).toBe(0);
    expect(administration.body).toEqual({ settings: { diversions: { full: rule } } });
  });

  test('day and night, and an emergency', async () => {
    expect((await cli(['queue', 'mode', 'Reception', 'night'])).code).toBe(0);
    expect([administration.asked.at(-1), administration.body]).toEqual([
      `PATCH ${url}/switches`,
      { mode: 'night' },
    ]);
    expect((await cli(['queue', 'emergency', 'Reception', 'on'])).code).toBe(0);
    expect(administration.body).toEqual({ isEmergency: true });
    await cli(['queue', 'emergency', 'Reception', 'off']);
    expect(administration.body).toEqual({ isEmergency: false });
  });

  test('an announcement of clips', async () => {
    const args = ['queue', 'announce', 'Reception', '--every', '45s', '--positions', '10'];
    expect((await cli(args)).code).toBe(0);
    expect([administration.asked.at(-1), administration.body]).toEqual([
      `POST ${url}/announcement`,
      { every: 45_000, positions: 10, waits: 0 },
    ]);
    await cli(['queue', 'announce', 'Reception', '--off']);
    expect(administration.body).toEqual({ settings: { announcement: null } });
  });

  test('it is removed', async () => {
    expect((await cli(['queue', 'remove', 'Reception'])).out).toBe('Removed the queue Reception.\n');
    expect(administration.asked.at(-1)).toBe(`DELETE ${url}`);
  });
});

describe('templates', () => {
  const address = `/api/admin/tenants/${contoso}/templates`;

  test('one is kept from a text file, with its title and subject', async () => {
    const file = path.join(folder, 'visit.txt');
    await writeFile(file, '{caller} is here.\r\n\r\n{text}\r\n');
    const named = ['--title', 'Site visit', '--subject', '{caller} is here'];
    const { code, out } = await cli(['templates', 'set', 'site-visit', 'en', file, ...named]);
    expect([code, out]).toEqual([0, 'Kept the template site-visit (en).\n']);
    expect(administration.asked.at(-1)).toBe(`PUT ${address}/site-visit/en`);
    expect(administration.body).toEqual({
      title: 'Site visit',
      subject: '{caller} is here',
      body: '{caller} is here.\n\n{text}',
    });
    expect(await cli(['templates', 'set', 'x', 'en', `${file}.not`, ...named])).toMatchObject({ code: 2 });
  });

  test('they are listed, shown and removed', async () => {
    expect((await cli(['templates', 'list'])).out).toMatch(/call +nl +Gebeld +comes along/);
    expect((await cli(['templates', 'show', 'call', 'nl'])).out).toBe(
      'call (nl): Gebeld\n{caller}\n\n{caller}\nbelde\n',
    );
    expect(await cli(['templates', 'show', 'call', 'en'])).toMatchObject({ code: 2 });
    expect((await cli(['template', 'remove', 'call', 'nl'])).out).toBe('Removed the template call (nl).\n');
    expect(administration.asked.at(-1)).toBe(`DELETE ${address}/call/nl`);
  });
});

describe('sounds', () => {
  test('a file is uploaded as it is, under its own name or another', async () => {
    const file = path.join(folder, 'position-before.wav');
    await writeFile(file, 'RIFF');
    const { code, out } = await cli(['sound', 'add', file]);
    expect(code).toBe(0);
    expect(out).toBe(
      'Added the sound position-before, 1 min 30 s.\nChanged: it is mono now\nNote: it is quiet\n',
    );
    expect(administration.asked.at(-1)).toBe(
      `POST /api/admin/tenants/${contoso}/sounds?name=position-before`,
    );
    expect(String(administration.body)).toBe('RIFF');
    await cli(['sounds', 'add', file, '--name', 'Other name']);
    expect(administration.asked.at(-1)).toContain('?name=Other%20name');
  });

  test('one is removed by its name', async () => {
    expect((await cli(['sound', 'remove', 'SPRING'])).out).toBe('Removed the sound Spring.\n');
    expect(administration.asked.at(-1)).toBe(`DELETE /api/admin/tenants/${contoso}/sounds/${spring}`);
  });
});

describe('operators', () => {
  test('get a rank in a queue', async () => {
    const { out } = await cli(['operator', 'rank', 'eva berg', '1', '--queue', 'Sales']);
    expect(out).toBe('Eva Berg answers Sales with the rank 1.\n');
    expect([administration.asked.at(-1), administration.body]).toEqual([
      `PUT /api/admin/tenants/${contoso}/queues/${salesId}/operators/${eva}`,
      { rank: 1 },
    ]);
  });

  test('are removed, or taken out of one queue', async () => {
    expect((await cli(['operator', 'remove', eva])).out).toBe('Removed the operator Eva Berg.\n');
    expect(administration.asked.at(-1)).toBe(`DELETE /api/admin/tenants/${contoso}/operators/${eva}`);
    const { out } = await cli(['operator', 'remove', 'Eva Berg', '--queue', 'Reception']);
    expect(out).toBe('Eva Berg answers Reception no more.\n');
    expect(administration.asked.at(-1)).toBe(
      `DELETE /api/admin/tenants/${contoso}/queues/${receptionId}/operators/${eva}`,
    );
  });
});

test('a tenant says how long it keeps its calls', async () => {
  expect((await cli(['tenants', 'set', 'contoso', '--keep-days', '30'])).out).toBe(
    'Contoso keeps its calls for 30 days.\n',
  );
  expect([administration.asked.at(-1), administration.body]).toEqual([
    `PATCH /api/admin/tenants/${contoso}`,
    { keepDays: 30 },
  ]);
});
