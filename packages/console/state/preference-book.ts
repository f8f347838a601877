import type { SavePreferences } from '@switchboard/contract/commands/save-preferences';
import type { RefusalCode, RefusalView } from '@switchboard/contract/errors/refusal';
import type { PreferencesChanged } from '@switchboard/contract/feed/preferences-changed';
import {
  misfitOf,
  type PreferenceSection,
  readSection,
} from '@switchboard/contract/preferences/define-section';
import type { PreferenceValue } from '@switchboard/contract/preferences/preference-value';
import {
  type Preferences,
  preferenceSections,
  type SectionName,
} from '@switchboard/contract/preferences/sections';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';
import { type KeptSection, readKept, type TextStorage, writeKept } from './kept-preferences.ts';

export interface PreferenceBookParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly storage: TextStorage;
}

/** The console that saves them. */
export interface PreferenceLine {
  readonly operatorId: string;
  /** False: not connected, nothing was sent. */
  readonly send: (message: SavePreferences) => boolean;
  readonly onRefused: (refusal: RefusalView) => void;
}

/** Whoever moves a slider or tries one theme after the other is saved once, when they have come to rest. */
const savePause = 600;
/** A server that has not answered by then is asked again. Saving twice does no harm. */
const answerLimit = 10_000;
/** The server may take it later: it is sent again. */
const passing: ReadonlySet<RefusalCode> = new Set(['tooMany', 'unavailable', 'notSignedIn']);

interface InFlight {
  readonly name: SectionName;
  readonly value: PreferenceValue;
  readonly cancel: Cancel;
}

type Cells = { readonly [Name in SectionName]: Cell<Preferences<Name>> };
const names = Object.keys(preferenceSections) as SectionName[];
const nothingKept: KeptSection = { version: 0, value: {} };

/**
 * What the operator prefers, by section. A change shows at once and is saved on the server a moment later, whence it
 * comes to the operator's other consoles; until the server has confirmed it, it is sent again after every new
 * connection, also by the next page. This browser keeps a copy for the first picture.
 */
export class PreferenceBook {
  readonly #parts: PreferenceBookParts;
  readonly #sections: Map<string, KeptSection>;
  readonly #cells: Cells;
  readonly #inFlight = new Map<string, InFlight>();
  /** Sections that an earlier page left unsent: if another console has saved them since, that counts. */
  #ofEarlier: ReadonlySet<string>;
  #operatorId: string | undefined;
  #line: PreferenceLine | undefined;
  /** The next message is what the server has, whole. */
  #isWelcome = false;
  #cancel: Cancel = () => {};

  constructor(parts: PreferenceBookParts) {
    this.#parts = parts;
    const { operatorId, sections } = readKept(parts.storage);
    this.#operatorId = operatorId;
    this.#sections = new Map(sections);
    this.#ofEarlier = new Set([...sections].flatMap(([name, { unsent }]) => (unsent ? [name] : [])));
    const cellOf = (name: SectionName) => [name, new Cell(this.#read(name))] as const;
    this.#cells = Object.fromEntries(names.map(cellOf)) as unknown as Cells;
  }

  /** The values of a section, all of them: what was never chosen is its default. */
  of<Name extends SectionName>(name: Name): Readable<Preferences<Name>> {
    return this.#cells[name];
  }

  /** Changes fields of a section; the others stay as they are. */
  change<Name extends SectionName>(name: Name, fields: Partial<Preferences<Name>>): void {
    const section = this.#section(name);
    const known = section.unsent ?? section.value;
    const unsent = { ...fitting(name, known), ...fields };
    if (isSame(unsent, known)) return;
    this.#put(name, { ...section, unsent });
    this.#ofEarlier = new Set([...this.#ofEarlier].filter((each) => each !== name));
    this.#keep();
    this.#cancel();
    this.#cancel = this.#parts.clock.after(savePause, () => this.save());
  }

  /** A console of this operator saves from now on. What somebody else preferred in this browser is forgotten. */
  belongTo(line: PreferenceLine): void {
    this.#line = line;
    if (this.#operatorId === line.operatorId) return;
    if (this.#operatorId !== undefined)
      for (const name of this.#sections.keys()) this.#put(name, nothingKept);
    this.#operatorId = line.operatorId;
    this.#keep();
  }

  /** A new connection: what was under way has no answer, and the server is about to tell everything. */
  reconnected(): void {
    for (const { cancel } of this.#inFlight.values()) cancel();
    this.#inFlight.clear();
    this.#isWelcome = true;
  }

  heard({ id, sections }: PreferencesChanged): void {
    if (id !== undefined) this.#confirmed(id);
    const isWhole = this.#isWelcome && id === undefined;
    const told = new Set([...this.#sections.keys(), ...Object.keys(sections)]);
    for (const name of told)
      this.#adopt(name, sections[name] ?? (isWhole ? nothingKept : undefined), isWhole);
    this.#keep();
    if (!isWhole) return;
    this.#isWelcome = false;
    this.#ofEarlier = new Set();
    this.save();
  }

  /** The answer to a command of ours, if it was one: only a refusal comes this way. */
  answered(id: string, refusal: RefusalView | undefined): void {
    const sent = this.#inFlight.get(id);
    if (sent === undefined || refusal === undefined) return;
    if (passing.has(refusal.code)) return;
    this.#confirmed(id);
    this.#keep();
    this.#line?.onRefused(refusal);
  }

  /** Sends what is not confirmed and not under way, without waiting any longer. */
  save(): void {
    this.#cancel();
    for (const name of names) {
      const { unsent } = this.#section(name);
      const isUnderWay = Array.from(this.#inFlight.values()).some(({ value }) => value === unsent);
      if (unsent !== undefined && !isUnderWay && !this.#isWelcome) this.#send(name, unsent);
    }
  }

  #send(name: SectionName, value: PreferenceValue): void {
    const id = this.#parts.newId();
    if (this.#line?.send({ type: 'savePreferences', id, section: name, value }) !== true) return;
    const cancel = this.#parts.clock.after(answerLimit, () => {
      this.#inFlight.delete(id);
      this.save();
    });
    this.#inFlight.set(id, { name, value, cancel });
  }

  /** The server has had its say about what was sent; what was changed since is still to be sent. */
  #confirmed(id: string): void {
    const sent = this.#inFlight.get(id);
    if (sent === undefined) return;
    sent.cancel();
    this.#inFlight.delete(id);
    const section = this.#section(sent.name);
    if (section.unsent === sent.value) this.#put(sent.name, { ...section, unsent: undefined });
  }

  #adopt(name: string, told: KeptSection | undefined, isWhole: boolean): void {
    const section = this.#section(name);
    if (told === undefined || (!isWhole && told.version <= section.version)) return;
    const isOutdated = this.#ofEarlier.has(name) && told.version > section.version;
    const unsent = isOutdated ? undefined : section.unsent;
    this.#put(name, { version: told.version, value: told.value, unsent });
  }

  #section(name: string): KeptSection {
    return this.#sections.get(name) ?? nothingKept;
  }

  #put(name: string, section: KeptSection): void {
    this.#sections.set(name, section);
    const known = names.find((each) => each === name);
    if (known !== undefined) this.#show(known);
  }

  #show<Name extends SectionName>(name: Name): void {
    const cell: Cell<Preferences<Name>> = this.#cells[name];
    const values = this.#read(name);
    if (!isSame(values, cell.getSnapshot())) cell.set(values);
  }

  #read<Name extends SectionName>(name: Name): Preferences<Name> {
    const { value, unsent } = this.#section(name);
    const section: PreferenceSection = preferenceSections[name];
    return readSection(section, unsent ?? value) as Preferences<Name>;
  }

  #keep(): void {
    writeKept(this.#parts.storage, { operatorId: this.#operatorId, sections: this.#sections });
  }
}

/** The value without those known fields that do not fit: they are shown as their defaults, and become them. */
function fitting(name: SectionName, value: PreferenceValue): PreferenceValue {
  const section = preferenceSections[name];
  const unfit = Object.keys(section.fields).filter(
    (field) => Object.hasOwn(value, field) && misfitOf(section, { [field]: value[field] }) !== undefined,
  );
  return Object.fromEntries(Object.entries(value).filter(([field]) => !unfit.includes(field)));
}

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
