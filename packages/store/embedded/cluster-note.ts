import { randomUUID } from 'node:crypto';
import { chown, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';

/** What is remembered beside the data of a cluster, readable by its account alone. */
export interface ClusterNote {
  /** Of the superuser {@link superuser}; random, made with the cluster. */
  readonly password: string;
  /** The port it listened on last, to be used again if it is free. */
  readonly port: number | undefined;
  /** The process that started or last took over the server. */
  readonly owner: number | undefined;
}

export const superuser = 'switchboard';

const noteName = 'switchboard.json';

export async function readNote(cluster: string): Promise<ClusterNote> {
  const file = path.join(cluster, noteName);
  try {
    const found: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof found === 'object' && found !== null && 'password' in found) {
      const { password } = found;
      if (typeof password === 'string') {
        return { password, port: wholeNumber(found, 'port'), owner: wholeNumber(found, 'owner') };
      }
    }
    throw new TypeError('no password in it');
  } catch (cause) {
    throw new EmbeddedError(
      'damaged',
      `The embedded database cannot be opened: ${file} is missing or damaged.`,
      'Begin anew with "npm start -- --reset" (the data is lost), or restore the folder from a backup.',
      cause,
    );
  }
}

export async function writeNote(
  cluster: string,
  note: ClusterNote,
  account: Account | undefined,
): Promise<void> {
  await writeOwned(path.join(cluster, noteName), `${JSON.stringify(note)}\n`, account);
}

/** Writes a file that the server's account, and nobody else, can read. All at once: nobody ever finds half of it. */
export async function writeOwned(file: string, text: string, account: Account | undefined): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  if (account !== undefined) await chown(draft, account.uid, account.gid);
  await rename(draft, file);
}

function wholeNumber(found: object, name: 'port' | 'owner'): number | undefined {
  const value: unknown = Reflect.get(found, name);
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}
