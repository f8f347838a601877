import type { Readable } from '../connection/cell.ts';
import type { Texts } from '../i18n/texts.ts';
import type { KeyBook } from './key-book.ts';

/** The texts in the language shown, with the keys as the operator has them: another object after either changed. */
export function keyedTexts(texts: Readable<Texts>, keys: KeyBook): () => Texts {
  let base: Texts | undefined;
  let profile: unknown;
  let keyed: Texts | undefined;
  return () => {
    const [baseNow, profileNow] = [texts.getSnapshot(), keys.profile.getSnapshot()];
    if (keyed === undefined || baseNow !== base || profileNow !== profile) {
      [base, profile] = [baseNow, profileNow];
      keyed = { ...baseNow, keyCap: (action) => baseNow.chordCap(keys.chord(action)) };
    }
    return keyed;
  };
}
