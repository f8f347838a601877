import * as z from 'zod';

/** What a person's Teams client does by itself when it rings. */
export const behaviourSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('manual') }),
  z.strictObject({ kind: z.literal('answer'), afterSeconds: z.number().min(0) }),
  z.strictObject({ kind: z.literal('decline'), afterSeconds: z.number().min(0) }),
  z.strictObject({ kind: z.literal('ignore') }),
]);

export const clientSettingsSchema = z.strictObject({
  signedIn: z.boolean(),
  unanswered: z.strictObject({
    afterSeconds: z.number().min(1).max(120),
    /** The person keeps a mailbox, or the caller is told that nobody answers. */
    then: z.enum(['nothing', 'voicemail']),
  }),
  behaviour: behaviourSchema,
  /** A second call during a call rings, is told busy, or counts as unanswered at once (graph-contract J.5). */
  busyOnBusy: z.enum(['ring', 'busy', 'unanswered']),
  /** Somebody else who picks up in this person's place: a delegate, or a colleague of the same pick-up group. */
  pickedUpBy: z.strictObject({ person: z.string().min(1), afterSeconds: z.number().min(0) }).nullable(),
});

export type Behaviour = Readonly<z.infer<typeof behaviourSchema>>;
export type ClientSettings = Readonly<z.infer<typeof clientSettingsSchema>>;

export const clientChangeSchema = clientSettingsSchema.partial();
/** A change names what is to be different. */
export type ClientChange = Partial<ClientSettings>;

/** 20 s is the default UnansweredDelay of a person who set one (graph-contract J.5). */
const fresh: ClientSettings = {
  signedIn: true,
  unanswered: { afterSeconds: 20, then: 'nothing' },
  behaviour: { kind: 'manual' },
  busyOnBusy: 'ring',
  pickedUpBy: null,
};

/** Every person's Teams client. Only those that differ from a fresh one take room. */
export class Clients {
  readonly #settings = new Map<string, ClientSettings>();
  #behaviour: ((personId: string) => Behaviour | undefined) | undefined;

  of(personId: string): ClientSettings {
    return this.#settings.get(personId) ?? fresh;
  }

  change(personId: string, change: ClientChange): ClientSettings {
    const settings = { ...this.of(personId), ...change };
    this.#settings.set(personId, settings);
    return settings;
  }

  /** What the client does with the ring that begins now: its own behaviour, or that of a scenario where it is manual. */
  behaviourFor(personId: string): Behaviour {
    const own = this.of(personId).behaviour;
    return own.kind === 'manual' ? (this.#behaviour?.(personId) ?? own) : own;
  }

  /** Lets a scenario act for everybody whose client is manual. */
  actBy(behaviour: ((personId: string) => Behaviour | undefined) | undefined): void {
    this.#behaviour = behaviour;
  }
}
