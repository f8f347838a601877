import { createPrivateKey, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type EncryptionKey, keysInUse, makeEncryptionKey } from './encryption-key.ts';
import { openResourceData } from './open-resource-data.ts';
import { sealed } from './sealed.testing.ts';

const day = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 23);
let key: EncryptionKey;
let other: EncryptionKey;
beforeAll(async () => {
  key = await makeEncryptionKey(now, () => 'key-1');
  other = await makeEncryptionKey(now, () => 'key-2');
});

test('a key comes with a certificate of its own, which holds longer than it serves', () => {
  const certificate = new X509Certificate(Buffer.from(key.certificate, 'base64'));
  expect(certificate.checkPrivateKey(createPrivateKey(key.privateKeyPem))).toBe(true);
  expect(certificate.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2_048 });
  expect(Date.parse(certificate.validFrom)).toBeLessThan(now);
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(now + 31 * day);
});

test('a key serves for a month, and opens what still comes for a day more', () => {
  const inUse = (days: number) => keysInUse([key], now + days * day);
  expect(inUse(0)).toEqual({ current: key, opening: [key] });
  expect(inUse(30)).toEqual({ opening: [key] });
  expect(inUse(31)).toEqual({ opening: [] });
  const young = { ...other, madeAt: now + day };
  expect(keysInUse([key, young], now + 2 * day)).toEqual({ current: young, opening: [young, key] });
});

describe('resource data', () => {
  const presence = { id: 'eva', availability: 'Busy', activity: 'InACall', text: 'Tschüß 😀' };

  test('is opened by the key that it names', async () => {
    const content = await sealed(JSON.stringify(presence), key);
    expect(openResourceData(content, [other, key])).toEqual({ ok: true, value: presence });
  });

  test('is refused by name when it was changed, is for another key, or is no JSON', async () => {
    const content = await sealed(JSON.stringify(presence), key);
    const foreign = await sealed(JSON.stringify(presence), { ...other, id: 'key-1' });
    const noJson = await sealed('presence', key);
    const flipped = `${content.data.startsWith('A') ? 'B' : 'A'}${content.data.slice(1)}`;
    const refusals = [
      openResourceData(content, [other]),
      openResourceData({ ...content, data: flipped }, [key]),
      openResourceData({ ...content, dataSignature: 'AAAA' }, [key]),
      openResourceData({ ...content, dataKey: foreign.dataKey }, [key]),
      openResourceData({ ...content, dataKey: 'x' }, [key]),
      openResourceData(noJson, [key]),
      openResourceData({ ...content, data: 'A'.repeat(10_000_000) }, [key]),
    ];
    expect(refusals.map((one) => !one.ok && one.refusal.code)).toEqual([
      'unknownKey',
      'signature',
      'signature',
      'key',
      'key',
      'content',
      'tooLarge',
    ]);
  });
});
