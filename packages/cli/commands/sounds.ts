import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { type SoundView, soundAddedSchema, soundViewSchema } from '@switchboard/contract/admin/sound';
import { asError } from '@switchboard/kit/lifecycle';
import { ok, refused } from '@switchboard/kit/result';
import type { Command } from 'commander';
import type { AdminClient } from '../connection/admin-client.ts';
import { usageProblem } from '../output/problem.ts';
import { lineWidth, table } from '../output/table.ts';
import { printable, wrapWords } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';
import { findSound, readSounds } from './find.ts';
import { showDuration } from './options.ts';
import { doInTenant, examples, type OfTenant, type Perform, type ReadFile } from './perform.ts';

export function addSoundCommands(program: Command, perform: Perform): void {
  const sounds = program.command('sounds').alias('sound').description('What callers hear.');
  doInTenant(sounds.command('list'), perform, () => listSounds)
    .description('List the sounds of a tenant, and those that come with the product.')
    .addHelpText('after', examples('sounds list'));
  doInTenant(
    sounds.command('show').argument('<sound>', 'its name or id'),
    perform,
    ([given = '']) =>
      (client, tenantId) =>
        showSound(client, tenantId, given),
  )
    .description('Show one, with the address where it can be heard.')
    .addHelpText('after', examples('sounds show "Spring music"'));
  const add = sounds.command('add').argument('<file>', 'a WAV file of at most 50 MB and 10 minutes');
  doInTenant<OfTenant & { name?: string }>(
    add,
    perform,
    ([file = ''], { name }) =>
      (client, tenantId, readFile) =>
        addSound(client, tenantId, { file, name: name ?? nameOf(file) }, readFile),
  )
    .description('Upload one; it is made into what Microsoft 365 plays.')
    .option('--name <name>', 'its name (else that of the file)')
    .addHelpText('after', examples('sounds add spring.wav --name "Spring music"'));
  doInTenant(
    sounds.command('remove').argument('<sound>', 'its name or id'),
    perform,
    ([given = '']) =>
      (client, tenantId) =>
        removeSound(client, tenantId, given),
  )
    .description('Remove one that no queue plays.')
    .addHelpText('after', examples('sounds remove "Spring music"'));
}

/** `/music/position-before.wav` is called position-before. */
const nameOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]+$/, '');

async function listSounds(client: AdminClient, tenantId: string): Outcome {
  const answer = await readSounds(client, tenantId);
  if (!answer.ok) return answer;
  const { sounds } = answer.value.value;
  const rows = sounds.map((sound) => [
    sound.name,
    sound.isShipped ? 'comes along' : sound.soundId,
    showDuration(sound.milliseconds),
    usersOf(sound),
  ]);
  const columns = [
    { title: 'NAME' },
    { title: 'SOUND', isFixed: true },
    { title: 'LASTS' },
    { title: 'PLAYED BY' },
  ];
  return ok({ json: answer.value.value, text: table(columns, rows) });
}

const usersOf = ({ usedBy }: SoundView): string => usedBy.map(({ name }) => name).join(', ') || 'none';

async function showSound(client: AdminClient, tenantId: string, given: string): Outcome {
  const found = await findSound(client, tenantId, given);
  if (!found.ok) return found;
  const { name, milliseconds, url } = found.value;
  const text = [
    `${printable(name)}, ${showDuration(milliseconds)}`,
    `played by: ${printable(usersOf(found.value))}`,
    url,
  ];
  return ok({ json: found.value, text: text.join('\n') });
}

async function addSound(
  client: AdminClient,
  tenantId: string,
  { file, name }: { readonly file: string; readonly name: string },
  readFile: ReadFile,
): Outcome {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return refused(
      usageProblem(`The sound file cannot be read: ${asError(error).message}`, 'give the path of a WAV file'),
    );
  }
  const path = `${adminRoutes.sounds(tenantId)}?name=${encodeURIComponent(name)}`;
  const answer = await client.request({ method: 'POST', path, file: bytes, answer: soundAddedSchema });
  if (!answer.ok) return answer;
  const sound = answer.value.value;
  const lines = [
    `Added the sound ${printable(sound.name)}, ${showDuration(sound.milliseconds)}.`,
    ...sound.changed.map((sentence) => `Changed: ${sentence}`),
    ...sound.warnings.map((sentence) => `Note: ${sentence}`),
  ];
  return ok({ json: sound, text: lines.flatMap((line) => wrapWords(line, lineWidth)).join('\n') });
}

async function removeSound(client: AdminClient, tenantId: string, given: string): Outcome {
  const found = await findSound(client, tenantId, given);
  if (!found.ok) return found;
  const path = adminRoutes.sound(tenantId, found.value.soundId);
  const answer = await client.request({ method: 'DELETE', path, answer: soundViewSchema });
  if (!answer.ok) return answer;
  return ok({ json: answer.value.value, text: `Removed the sound ${printable(found.value.name)}.` });
}
