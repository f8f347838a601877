import type { QueueChanged } from '@switchboard/contract/admin/queue';
import { queueChangedSchema } from '@switchboard/contract/admin/queue';
import { type SoundAdded, soundAddedSchema, soundListSchema } from '@switchboard/contract/admin/sound';
import { must } from '@switchboard/kit/assert';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeWav } from '../media/wav-file.ts';
import { type AdminDesk, contoso, errorOf, openAdminDesk, token } from './admin.testing.ts';

let desk: AdminDesk;
let queue: QueueChanged;

beforeAll(async () => {
  desk = await openAdminDesk();
});

afterAll(() => desk?.close());

beforeEach(async () => {
  await desk.empty();
  queue = await desk.addQueue();
});

const sounds = `/tenants/${contoso}/sounds`;
const address = () => `/tenants/${contoso}/queues/${queue.queueId}`;

/** A tone of so many seconds; a file that Graph plays as it is. */
const tone = (seconds = 0.5, hertz = 440): Buffer =>
  writeWav(
    Int16Array.from(
      { length: seconds * 16_000 },
      (_, n) => 8_000 * Math.sin((2 * Math.PI * hertz * n) / 16_000),
    ),
  );

async function upload(name: string, file: Buffer = tone(), type: string | undefined = 'audio/wav') {
  const answer = await desk.app.inject({
    method: 'POST',
    url: `/api/admin${sounds}?name=${encodeURIComponent(name)}`,
    headers: { authorization: `Bearer ${token}`, ...(type === undefined ? {} : { 'content-type': type }) },
    payload: file,
  });
  return { status: answer.statusCode, body: answer.json() as unknown };
}

async function added(name: string, file?: Buffer): Promise<SoundAdded> {
  const answer = await upload(name, file);
  expect(answer).toMatchObject({ status: 201 });
  return soundAddedSchema.parse(answer.body);
}

const list = async () => soundListSchema.parse((await desk.ask('GET', sounds)).body).sounds;
const own = async () => (await list()).filter(({ isShipped }) => !isShipped);
const set = (settings: object) => desk.ask('PATCH', address(), { settings });

describe('uploading', () => {
  test('keeps the file, which Graph fetches without a token and may keep', async () => {
    const sound = await added('Spring music', tone(1.5));
    expect(sound).toMatchObject({ name: 'Spring music', milliseconds: 1_500, changed: [], usedBy: [] });
    expect(sound.url).toBe(`https://console.test/media/${contoso}/${sound.soundId}.wav`);
    const fetched = await desk.app.inject({ url: new URL(sound.url).pathname });
    expect(fetched.statusCode).toBe(200);
    expect(fetched.headers).toMatchObject({
      'content-type': 'audio/wav',
      'cache-control': expect.stringContaining('immutable'),
    });
    expect(fetched.rawPayload.equals(tone(1.5))).toBe(true);
  });

  test('says what was changed', async () => {
    const stereo = tone(0.5);
    stereo.writeUInt32LE(8_000, 24);
    stereo.writeUInt32LE(16_000, 28);
    const { milliseconds, changed } = await added('From a telephone', stereo);
    expect(milliseconds).toBe(1_000);
    expect(changed.join(' ')).toContain('8000');
  });

  test('takes a file whatever its type is called', async () => {
    expect((await upload('a', tone(), 'application/octet-stream')).status).toBe(201);
    expect((await upload('b', tone(), 'application/json')).status).toBe(201);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('hello, this is no sound at all, whatever its name may be')],
    ['an MP3', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(2_000)])],
  ])('refuses %s with the reason and what to do', async (_what, file) => {
    const answer = await upload('x', file);
    expect(answer.status).toBe(400);
    const error = errorOf(answer.body);
    expect(error).toMatchObject({ code: 'soundRefused', field: 'file' });
    expect(error.message).not.toBe('');
    expect(error.remedy).not.toBe('');
    expect(await own()).toEqual([]);
  });

  test('refuses a file that is too large before it is read', async () => {
    const answer = await upload('x', Buffer.alloc(50 * 1024 * 1024 + 1));
    expect(answer.status).toBe(413);
    expect(errorOf(answer.body)).toMatchObject({ field: 'body', remedy: expect.stringContaining('50 MB') });
  });

  test('refuses a name that is taken, in any case, also by what comes with the product', async () => {
    await added('Spring');
    for (const name of ['spring', 'Music']) {
      const answer = await upload(name);
      expect([answer.status, errorOf(answer.body).code]).toEqual([409, 'nameTaken']);
    }
  });

  test.each(['', '  ', 'a\nb', 'x'.repeat(121)])('refuses the name %j', async (name) => {
    const answer = await upload(name);
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body)).toMatchObject({ code: 'malformed', field: 'name' });
  });

  test('of an unknown tenant is refused', async () => {
    const answer = await desk.ask('GET', `/tenants/${queue.instanceId}/sounds`);
    expect([answer.status, errorOf(answer.body).code]).toEqual([404, 'tenantUnknown']);
  });
});

describe('the list', () => {
  test('has what was uploaded and what comes with the product, and who plays it', async () => {
    const { soundId } = await added('Spring');
    await set({
      music: soundId,
      diversions: { closed: { destination: { to: 'message' }, message: 'closed' } },
    });
    const all = await list();
    const users = (id: string) => all.find((each) => each.soundId === id)?.usedBy.map(({ name }) => name);
    expect([users(soundId), users('music'), users('closed'), users('greeting')]).toEqual([
      ['Reception'],
      [],
      ['Reception'],
      ['Reception'],
    ]);
    expect((await desk.ask('GET', `${sounds}/${soundId}`)).body).toEqual(all[0]);
  });
});

describe('removing', () => {
  test('a sound that nobody plays takes its file away too', async () => {
    const { soundId, url } = await added('Spring');
    expect(await desk.ask('DELETE', `${sounds}/${soundId}`)).toMatchObject({
      status: 200,
      body: { name: 'Spring' },
    });
    expect((await desk.app.inject({ url: new URL(url).pathname })).statusCode).toBe(404);
    expect((await desk.ask('DELETE', `${sounds}/${soundId}`)).status).toBe(404);
  });

  test('a sound that is played is refused, with the names of the queues', async () => {
    const { soundId } = await added('Spring');
    await set({ announcement: { every: 30_000, positions: [soundId], waits: [] } });
    const answer = await desk.ask('DELETE', `${sounds}/${soundId}`);
    expect([answer.status, errorOf(answer.body).code]).toEqual([409, 'soundInUse']);
    expect(errorOf(answer.body).message).toBe('"Spring" is played by "Reception"');
  });

  test('what comes with the product stays', async () => {
    const answer = await desk.ask('DELETE', `${sounds}/music`);
    expect([answer.status, errorOf(answer.body).code]).toEqual([409, 'soundInUse']);
  });
});

test.each(['nothing.wav', 'music.wav', `${'0'.repeat(32)}.wav`, `${'0'.repeat(32)}`, '%2e%2e%2fmusic.wav'])(
  'there is no sound %s of a tenant',
  async (name) => {
    expect((await desk.app.inject({ url: `/media/${contoso}/${name}` })).statusCode).toBe(404);
  },
);

describe('an announcement of clips', () => {
  const build = (body: object) => desk.ask('POST', `${address()}/announcement`, { every: 30_000, ...body });
  const clips = ['position-before', 'number-1', 'number-2', 'wait-before', 'less-than-a-minute', 'minutes-1'];

  test('names the clips that are missing', async () => {
    await added('position-before');
    const answer = await build({ positions: 2, waits: 0 });
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body)).toMatchObject({ code: 'clipsMissing', field: 'clips' });
    expect(errorOf(answer.body).message).toContain('number-1, number-2');
    expect(errorOf(answer.body).message).not.toContain('position-before');
  });

  test('is made, kept as sounds and set; made again, the former sounds go', async () => {
    for (const [index, clip] of clips.entries()) await added(clip, tone(0.3, 300 + 100 * index));
    const first = queueChangedSchema.parse((await build({ positions: 2, waits: 1 })).body);
    const names = async () =>
      (await own()).map(({ name }) => name).filter((name) => name.startsWith('Reception'));
    expect(await names()).toEqual([
      'Reception: position 1',
      'Reception: position 2',
      'Reception: wait 0',
      'Reception: wait 1',
    ]);
    const { announcement } = first.settings;
    expect([announcement?.every, announcement?.positions.length, announcement?.waits.length]).toEqual([
      30_000, 2, 2,
    ]);
    const sound = must(
      (await own()).find(({ soundId }) => soundId === announcement?.positions[1]),
      'the second',
    );
    expect(sound.name).toBe('Reception: position 2');
    expect(sound.milliseconds).toBeGreaterThan(600);
    await build({ positions: 1, waits: 0 });
    expect(await names()).toEqual(['Reception: position 1']);
    expect((await own()).filter(({ name }) => clips.includes(name))).toHaveLength(clips.length);
    await desk.ask('DELETE', address());
    expect(await names()).toEqual([]);
  });

  test.each([
    [{ positions: 0, waits: 0 }, 'settingsClash', 'positions'],
    [{ positions: 21, waits: 0 }, 'malformed', 'positions'],
    [{ positions: 1 }, 'malformed', 'waits'],
    [{ positions: 1, waits: 1, every: 100 }, 'malformed', 'every'],
  ])('%j is refused', async (body, code, field) => {
    expect(errorOf((await build(body)).body)).toMatchObject({ code, field });
  });
});
