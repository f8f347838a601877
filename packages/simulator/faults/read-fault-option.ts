import { ok, type Result, refused } from '@switchboard/kit/result';

/** A number, true, false or null as such; a list where commas are, or where the member is one; else the text. */
function valueOf(member: string, text: string): unknown {
  if (member === 'kinds' || member === 'people') return text === '' ? [] : text.split(',');
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null' || text === 'none') return null;
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

/**
 * Short forms of the command line: `drop=0.05` is a probability, `unavailable.next=2` any other member,
 * `drop.kinds=call,roster` a list.
 *
 * @returns a change of the faults that has yet to be checked, or a sentence
 */
export function readFaultOptions(
  options: readonly string[],
): Result<Readonly<Record<string, Readonly<Record<string, unknown>>>>, string> {
  const change: Record<string, Record<string, unknown>> = {};
  for (const option of options) {
    const [, name, member = 'probability', value] = /^([A-Za-z]+)(?:\.([A-Za-z]+))?=(.*)$/.exec(option) ?? [];
    if (name === undefined || value === undefined) {
      return refused(`'${option}' is not of the form drop=0.05 or unavailable.next=2`);
    }
    change[name] = { ...change[name], [member]: valueOf(member, value) };
  }
  return ok(change);
}
