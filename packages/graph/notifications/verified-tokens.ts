import { createHash } from 'node:crypto';
import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';

/** A token that was found good. */
export interface VerifiedToken {
  readonly tenantId: TenantId;
  /** The edition of the published keys by which it was verified. */
  readonly edition: number;
  readonly verifiedAt: Instant;
  /** From then on it is verified anew, or refused. */
  readonly until: Instant;
}

/**
 * Tokens that need not be verified again: Microsoft sends the same one with every notification for about an hour. They
 * are found by a hash of the exact text, so a token that differs in one character is another one; bad tokens are
 * never kept. The one not seen for longest makes room.
 */
export class VerifiedTokens {
  readonly #room: number;
  readonly #tokens = new Map<string, VerifiedToken>();

  constructor(room: number) {
    this.#room = room;
  }

  find(token: string, now: Instant): VerifiedToken | undefined {
    const name = nameOf(token);
    const known = this.#tokens.get(name);
    if (known === undefined) return undefined;
    this.#tokens.delete(name);
    if (now < known.verifiedAt || now >= known.until) return undefined;
    this.#tokens.set(name, known);
    return known;
  }

  keep(token: string, verified: VerifiedToken): void {
    if (verified.until <= verified.verifiedAt) return;
    const name = nameOf(token);
    this.#tokens.delete(name);
    this.#tokens.set(name, verified);
    const [longestUnseen] = this.#tokens.keys();
    if (this.#tokens.size > this.#room && longestUnseen !== undefined) this.#tokens.delete(longestUnseen);
  }

  /** Those of another edition of the keys are verified anew. */
  dropOthersThan(edition: number): void {
    for (const [name, known] of this.#tokens) if (known.edition !== edition) this.#tokens.delete(name);
  }
}

const nameOf = (token: string): string => createHash('sha256').update(token).digest('base64');
