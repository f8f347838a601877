import { chown, link, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Logger } from '@switchboard/kit/logger';
import { type Account, canEnter } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';

/** Folder in which the cluster, its log and, where needed, a copy of the programs live. */
export interface Home {
  readonly folder: string;
  readonly cluster: string;
  readonly logFile: string;
}

/** Name of the file in the asked-for directory that says where the data really is, if not there. */
const pointerName = 'moved-to';

/** Survives a restart of the machine and may be entered by every user: the place for data of system users. */
const systemFolder = '/var/lib/switchboard';

const homeAt = (folder: string): Home => ({
  folder,
  cluster: path.join(folder, 'cluster'),
  logFile: path.join(folder, 'postgres.log'),
});

/**
 * Where the data of `directory` lives. As root the server runs under another account, which often may not enter the
 * folder of the project (`/root` is closed to others); then a folder elsewhere is made, and remembered in `moved-to`.
 */
export async function openHome(directory: string, account: Account | undefined, log: Logger): Promise<Home> {
  await mkdir(directory, { recursive: true });
  const remembered = await rememberedHome(directory);
  const folder = remembered ?? directory;
  await mkdir(folder, { recursive: true });
  if (account === undefined) return homeAt(folder);
  if (await canEnter(account, folder)) {
    await chown(folder, account.uid, account.gid);
    return homeAt(folder);
  }
  const other = await remember(directory, await makeElsewhere(directory, account));
  log.warn('the database is kept elsewhere, since its user cannot enter the data directory', {
    directory,
    user: account.name,
    database: other,
  });
  return homeAt(other);
}

/** Writes down where the data is; if another process was quicker, its place holds. */
async function remember(directory: string, folder: string): Promise<string> {
  const pointer = path.join(directory, pointerName);
  const draft = `${pointer}-${path.basename(folder)}`;
  await writeFile(draft, `${folder}\n`);
  try {
    // A link, unlike a rename, fails if the name is taken, and shows the file only when it is whole.
    await link(draft, pointer);
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const winner = await rememberedHome(directory);
    if (winner === undefined) throw error;
    return winner;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The home if `directory` has one already, without making anything. */
export async function findHome(directory: string): Promise<Home> {
  return homeAt((await rememberedHome(directory)) ?? directory);
}

/** Deletes the home and everything in the directory that was asked for. The server must be stopped. */
export async function removeHome(directory: string, home: Home): Promise<void> {
  await rm(home.folder, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
}

async function rememberedHome(directory: string): Promise<string | undefined> {
  try {
    return (await readFile(path.join(directory, pointerName), 'utf8')).trim();
  } catch {
    // Not moved: the data is in the directory itself.
    return undefined;
  }
}

async function makeElsewhere(directory: string, account: Account): Promise<string> {
  for (const parent of [systemFolder, tmpdir()]) {
    try {
      await mkdir(parent, { recursive: true, mode: 0o755 });
      // A new name each time: a fresh clone at the path of an old one must not find the old one's data.
      const folder = await mkdtemp(path.join(parent, 'database-'));
      await chown(folder, account.uid, account.gid);
      if (await canEnter(account, folder)) return folder;
    } catch {
      // A read-only or closed place: the next one may do.
    }
  }
  throw new EmbeddedError(
    'no-account',
    `The user "${account.name}", under which PostgreSQL runs, can enter neither ${directory} nor a folder under ${systemFolder} or ${tmpdir()}.`,
    'Start Switchboard as an ordinary user, move the project to a folder that others may enter, or set DATABASE_URL.',
  );
}
