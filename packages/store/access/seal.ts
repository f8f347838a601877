import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/**
 * Closes what only this installation may read: AES-256-GCM under keys that never come near the database. What is sealed
 * is bound to a text, the name of whose it is, so that a row copied to another place does not open there.
 */
export interface Seal {
  seal(plain: string, boundTo: string): Buffer;
  /** Undefined: sealed by a key that is not here any more, bound to something else, or changed since. */
  open(sealed: Buffer, boundTo: string): string | undefined;
}

/** Bytes of a key. */
export const sealKeyBytes = 32;

/** What is sealed begins with: the form, the name of the key, the nonce, the tag. In bytes. */
const form = 1;
const keyNameBytes = 4;
/** As NIST SP 800-38D recommends; drawn anew each time, it serves some four thousand million seals of one key. */
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyNameBytes + nonceBytes + tagBytes;

/**
 * @param keys 32 bytes each. The first seals; all of them open, so a new one is put before the old one for a while.
 * @param random that many bytes nobody can guess
 */
export function createSeal(keys: readonly Buffer[], random: (bytes: number) => Buffer): Seal {
  const named = keys.map((key) => ({ key, name: nameOf(key) }));
  const [first] = named;
  if (first === undefined || keys.some((key) => key.length !== sealKeyBytes))
    throw new Error(`A seal needs keys of ${sealKeyBytes} bytes.`);
  return {
    seal(plain, boundTo) {
      const nonce = random(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce);
      cipher.setAAD(Buffer.from(boundTo));
      const closed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(form), first.name, nonce, cipher.getAuthTag(), closed]);
    },
    open(sealed, boundTo) {
      if (sealed.length < headBytes || sealed[0] !== form) return undefined;
      const name = sealed.subarray(1, 1 + keyNameBytes);
      for (const each of named) {
        if (!each.name.equals(name)) continue;
        const plain = openWith(each.key, sealed, boundTo);
        if (plain !== undefined) return plain;
      }
      return undefined;
    },
  };
}

function openWith(key: Buffer, sealed: Buffer, boundTo: string): string | undefined {
  const nonce = sealed.subarray(1 + keyNameBytes, headBytes - tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(sealed.subarray(headBytes - tagBytes, headBytes));
  const plain = decipher.update(sealed.subarray(headBytes));
  try {
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    // A refusal: the tag does not fit, which is all that OpenSSL says.
    return undefined;
  }
}

/** Tells keys apart, and says nothing of them. */
const nameOf = (key: Buffer): Buffer =>
  createHash('sha256').update('switchboard seal').update(key).digest().subarray(0, keyNameBytes);
