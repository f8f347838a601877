import {
  type PreferenceValue,
  preferenceValueSchema,
} from '@switchboard/contract/preferences/preference-value';
import * as z from 'zod/mini';

/** The part of the browser's storage that is used; it may throw where a browser forbids it. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** A section as the server last told it, and what was changed here since. */
export interface KeptSection {
  readonly version: number;
  readonly value: PreferenceValue;
  /** Not confirmed by the server yet. */
  readonly unsent?: PreferenceValue | undefined;
}

export interface KeptPreferences {
  /** Whose they are; absent before anybody has signed in. */
  readonly operatorId?: string | undefined;
  readonly sections: ReadonlyMap<string, KeptSection>;
}

const storageKey = 'switchboard.preferences';

const keptSchema = z.object({
  operatorId: z.optional(z.string()),
  sections: z.record(
    z.string(),
    z.object({
      version: z.number(),
      value: preferenceValueSchema,
      unsent: z.optional(preferenceValueSchema),
    }),
  ),
});

/** What this browser knows of an operator's preferences, for the first picture before the server has said anything. */
export function readKept(storage: TextStorage): KeptPreferences {
  try {
    const kept = keptSchema.parse(JSON.parse(storage.getItem(storageKey) ?? ''));
    return { operatorId: kept.operatorId, sections: new Map(Object.entries(kept.sections)) };
  } catch {
    // Nothing kept, nonsense, or a browser that keeps nothing: the server has it all.
    return { sections: new Map() };
  }
}

export function writeKept(storage: TextStorage, { operatorId, sections }: KeptPreferences): void {
  try {
    storage.setItem(storageKey, JSON.stringify({ operatorId, sections: Object.fromEntries(sections) }));
  } catch {
    // A browser that keeps nothing shows the defaults until the server has told more.
  }
}
