import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PagesBench, startPages } from './pages.testing.ts';

let bench: PagesBench;
beforeAll(async () => {
  bench = await startPages();
});
afterAll(() => bench.stop());

describe('the pages', () => {
  test.each([
    ['/'],
    ['/telephone'],
    ['/teams'],
    ['/teams/wall'],
    ['/people'],
    ['/mail'],
    ['/faults'],
    ['/teams?user=eva.berg@contoso.example'],
  ])('%s is served with every file it names', async (path) => {
    const response = await fetch(bench.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const files = [...(await response.text()).matchAll(/(?:src|href)="(\/pages\/[^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect((await fetch(bench.url + file)).status).toBe(200);
  });

  test('the first names the operators and the numbers to dial', async () => {
    const text = await (await fetch(bench.url)).text();
    expect(text).toContain('eva.berg@contoso.example');
    expect(text).toContain('omar.haddad@contoso.example');
    expect(text).toContain('/telephone?to=%2B442079460100');
  });

  test.each([
    ['/teams?user=nobody@contoso.example'],
    ['/teams?user=a&user=b'],
    ['/teams?user=%3Cscript%3E'],
    ['/pages/absent.js'],
    ['/pages/..%2Fpages.ts'],
    ['/pages/%2e%2e%2fpages.ts'],
  ])('%s is not found, and says so', async (path) => {
    const response = await fetch(bench.url + path);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain('Back to the start');
    expect(text).not.toContain('<script>');
  });
});
