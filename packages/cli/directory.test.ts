import { changeDirectorySchema, type DirectoryView } from '@switchboard/contract/admin/directory';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Administration, contoso, eva, run } from './cli.testing.ts';

let administration: Administration;

const view: DirectoryView = {
  state: 'failing',
  streams: [
    {
      stream: 'users',
      isFilled: true,
      read: 1_998,
      readAt: new Date(2026, 10, 23, 13, 5).getTime(),
      problem: 'Microsoft Graph did not answer when it was asked for people. It is asked again by itself.',
      dueAt: 0,
    },
    { stream: 'organisation', isFilled: false, read: 40, about: 120, dueAt: 0 },
  ],
  counts: { directory: 1_998, organisation: 40, shared: 3, personal: 12, former: 5 },
  settings: {
    otherPhone: 'extensionAttribute1',
    extra: [{ label: 'Cost centre', property: 'extensionAttribute2' }],
    guests: true,
    hidden: false,
    disabled: false,
    resources: false,
    groups: [],
    organisationContacts: true,
    formerDays: 30,
  },
};

beforeAll(async () => {
  administration = await Administration.open((app) => {
    const url = '/api/admin/tenants/:id/directory';
    app.get(url, () => view);
    app.patch(url, (request) => {
      administration.body = changeDirectorySchema.parse(request.body);
      return view;
    });
    app.post(`${url}/read`, () => view);
    app.delete(url, () => view);
    app.delete(`${url}/people/:person`, (request) => ({
      personId: (request.params as { person: string }).person,
    }));
  });
});

afterAll(() => administration?.close());

beforeEach(() => administration.reset());

const cli = (...args: readonly string[]) => run(administration.url, ['directory', ...args]);
const url = `/api/admin/tenants/${contoso}/directory`;

describe('the directory', () => {
  test('is shown with what is wrong, what is in it, and its settings', async () => {
    const { code, out } = await cli('show');
    expect(code).toBe(0);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const text = out.replaceAll(/\s+/g, ' ');
    for (const part of [
      'HERE, BUT CANNOT BE READ ANY MORE',
      '1998 read, to the end at 2026-11-23 13:05',
      'Microsoft Graph did not answer',
      '40 of about 120 read',
      '3 shared, 12 personal contacts',
      'Cost centre = extensionAttribute2',
      'guests',
      '30 days',
    ]) {
      expect(text).toContain(part);
    }
    expect(JSON.parse((await cli('show', '--json')).out)).toEqual(view);
  });

  test('is set as the options name it', async () => {
    const fields = ['--extra', 'Cost centre=extensionAttribute2', '--extra', 'Badge = employeeId'];
    const flags = ['--guests', 'off', '--organisation-contacts', 'on', '--former-days', '7'];
    const { code, err } = await cli('set', '--other-phone', 'none', ...fields, ...flags, '--group', eva);
    expect([code, err]).toEqual([0, '']);
    expect(administration.asked.at(-1)).toBe(`PATCH ${url}`);
    expect(administration.body).toEqual({
      otherPhone: null,
      extra: [
        { label: 'Cost centre', property: 'extensionAttribute2' },
        { label: 'Badge', property: 'employeeId' },
      ],
      guests: false,
      organisationContacts: true,
      formerDays: 7,
      groups: [eva],
    });
    await cli('set', '--group', 'none', '--extra', 'none');
    expect(administration.body).toEqual({ groups: [], extra: [] });
    expect((await cli('set', '--extra', 'Badge')).code).toBe(2);
  });

  test('is read anew', async () => {
    expect((await cli('read')).code).toBe(0);
    expect(administration.asked.at(-1)).toBe(`POST ${url}/read`);
  });

  test('is erased for one person, or as a whole', async () => {
    expect((await cli('erase', '--person', eva)).out).toContain(`Erased ${eva}`);
    expect(administration.asked.at(-1)).toBe(`DELETE ${url}/people/${eva}`);
    expect((await cli('erase', '--all')).code).toBe(0);
    expect(administration.asked.at(-1)).toBe(`DELETE ${url}`);
    await cli('erase', '--all', '--with-own');
    expect(administration.asked.at(-1)).toBe(`DELETE ${url}?withOwn=true`);
  });

  test.each([[[]], [['--person', eva, '--all']], [['--person', eva, '--with-own']]])(
    'is not erased by %j: it is not clear whom',
    async (options) => {
      const { code, err } = await cli('erase', ...options);
      expect([code, err]).toEqual([2, expect.stringContaining('--all')]);
      expect(administration.asked.filter((asked) => asked.startsWith('DELETE'))).toEqual([]);
    },
  );
});
