import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { registerManual } from './manual.ts';

test('every link of every page that is served leads to a page that is served, and to a heading in it', async () => {
  const app = Fastify();
  await registerManual(app);
  const pages = new Map<string, string>();
  const lost: string[] = [];
  const look = async (address: string, from: string): Promise<string> => {
    const known = pages.get(address);
    if (known !== undefined) return known;
    const { statusCode, body, headers } = await app.inject(address);
    if (statusCode !== 200) lost.push(`${from} → ${address}: ${statusCode}`);
    pages.set(address, body);
    if (String(headers['content-type']).startsWith('text/html')) await follow(body, address);
    return body;
  };
  const follow = async (html: string, at: string): Promise<void> => {
    for (const [, href = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
      // The console, and what is elsewhere.
      if (href === '/' || /^(?:https?|mailto):/.test(href)) continue;
      const url = new URL(href, `http://console.test${at}`);
      const body = await look(url.pathname, at);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor !== '' && !body.includes(`id="${anchor}"`)) lost.push(`${at} → ${href}: no such heading`);
    }
  };
  await look('/manual/', 'the start');
  expect(lost).toEqual([]);
  expect([...pages.keys()]).toEqual(
    expect.arrayContaining(['/manual/queues.md', '/manual/docs/soak.md', '/manual/docs/.env.example']),
  );
  expect(pages.size).toBeGreaterThan(20);
});

test('what is no page is not served', async () => {
  const app = Fastify();
  await registerManual(app);
  for (const address of ['/manual/../../package.json', '/manual/docs/manual/queues.md', '/manual/nothing.md'])
    expect((await app.inject(address)).statusCode).toBe(404);
});
