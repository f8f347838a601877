import { ownProfileSchema } from '@switchboard/contract/preferences/keys';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { chordFrom } from './chord.ts';
import { type KeyAction, keyActions, keyMap } from './key-map.ts';
import {
  actionsWith,
  isShipped,
  type LetterGroup,
  type OwnProfile,
  profileOf,
  shippedLetters,
} from './key-profile.ts';
import { type ReservedWhy, whyReserved } from './reserved-keys.ts';

/** The first line of the file, by which it is known. */
export const fileKind = 'switchboard-keys';
const fileVersion = 1;
/** Bytes. A profile that changes every key has about 4 KB. */
export const largestFile = 65_536;

/** What is wrong with a file, and where: `keys.hangUp`. */
export type ProfileFileProblem =
  | { readonly kind: 'tooLarge' | 'notJson' | 'notOurs' | 'newer' | 'shippedName' }
  | { readonly kind: 'misfit'; readonly field: string }
  | { readonly kind: 'unknownName'; readonly field: string }
  | { readonly kind: 'noKey'; readonly field: string; readonly text: string }
  | { readonly kind: 'reserved'; readonly field: string; readonly text: string; readonly why: ReservedWhy }
  | { readonly kind: 'twice'; readonly field: string; readonly text: string; readonly other: string };

/** A profile as a file: readable, and complete with the profile that it is built on. */
export const profileFile = (profile: OwnProfile): string =>
  `${JSON.stringify({ kind: fileKind, version: fileVersion, ...profile }, null, 2)}\n`;

/** The profile in a file. Every problem of its fields is told at once. */
export function profileFrom(text: string): Result<OwnProfile, readonly ProfileFileProblem[]> {
  const read = contentOf(text);
  if (!read.ok) return refused([{ kind: read.refusal }]);
  const parsed = ownProfileSchema.safeParse(read.value);
  if (!parsed.success) {
    return refused(
      parsed.error.issues.map(({ path }) => ({ kind: 'misfit' as const, field: path.map(String).join('.') })),
    );
  }
  const profile = parsed.data;
  if (isShipped(profile.name)) return refused([{ kind: 'shippedName' }]);
  const problems = [...namesUnknown(profile), ...keyProblems(profile)];
  if (problems.length > 0) return refused(problems);
  const twice = [...sharedKeys(profile), ...sharedLetters(profile)];
  return twice.length > 0 ? refused(twice) : ok(profile);
}

function contentOf(text: string): Result<object, 'tooLarge' | 'notJson' | 'notOurs' | 'newer'> {
  if (text.length > largestFile) return refused('tooLarge');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // Anything may be opened by mistake: a picture, a list of names.
    return refused('notJson');
  }
  if (typeof content !== 'object' || content === null) return refused('notOurs');
  const { kind, version } = content as { readonly kind?: unknown; readonly version?: unknown };
  if (kind !== fileKind || typeof version !== 'number') return refused('notOurs');
  return version > fileVersion ? refused('newer') : ok(content);
}

const isAction = (name: string): name is KeyAction => keyActions.some((each) => each === name);

function namesUnknown({ keys, letters }: OwnProfile): readonly ProfileFileProblem[] {
  const unknown = [
    ...Object.keys(keys)
      .filter((name) => !isAction(name))
      .map((name) => `keys.${name}`),
    ...letterGroups.flatMap((group) =>
      Object.keys(letters[group] ?? {})
        .filter((name) => !Object.hasOwn(shippedLetters[group], name))
        .map((name) => `letters.${group}.${name}`),
    ),
  ];
  return unknown.map((field) => ({ kind: 'unknownName', field }));
}

const letterGroups = Object.keys(shippedLetters) as readonly LetterGroup[];

function keyProblems({ keys }: OwnProfile): readonly ProfileFileProblem[] {
  return Object.entries(keys).flatMap(([name, texts]) =>
    texts.flatMap((text): readonly ProfileFileProblem[] => {
      const field = `keys.${name}`;
      const chord = chordFrom(text);
      if (chord === undefined) return [{ kind: 'noKey', field, text }];
      const why = isAction(name) ? whyReserved(chord, keyMap[name].place) : undefined;
      return why === undefined ? [] : [{ kind: 'reserved', field, text, why }];
    }),
  );
}

function sharedKeys(profile: OwnProfile): readonly ProfileFileProblem[] {
  const whole = profileOf(profile);
  return Object.entries(profile.keys).flatMap(([name, texts]) =>
    texts.flatMap((text): readonly ProfileFileProblem[] => {
      const chord = chordFrom(text);
      const other = chord && actionsWith(whole, chord).find((each) => each !== name);
      return other === undefined
        ? []
        : [{ kind: 'twice', field: `keys.${name}`, text, other: `keys.${other}` }];
    }),
  );
}

/** Letters that are one as shipped may stay one; others act in the same place and must differ. */
function sharedLetters(profile: OwnProfile): readonly ProfileFileProblem[] {
  const { letters } = profileOf(profile);
  return letterGroups.flatMap((group) => {
    const all: Readonly<Record<string, string>> = letters[group];
    const shipped: Readonly<Record<string, string>> = shippedLetters[group];
    return Object.keys(profile.letters[group] ?? {}).flatMap((name): readonly ProfileFileProblem[] => {
      const other = Object.keys(all).find(
        (each) => all[each] === all[name] && shipped[each] !== shipped[name],
      );
      if (other === undefined) return [];
      return [
        {
          kind: 'twice',
          field: `letters.${group}.${name}`,
          text: all[name] ?? '',
          other: `letters.${group}.${other}`,
        },
      ];
    });
  });
}
