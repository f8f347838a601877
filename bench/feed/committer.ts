import { must } from '@switchboard/kit/assert';
import { hashOf } from '@switchboard/server/http/secrets';
import pg from 'pg';
import type { LifeStep } from '../calls/call-life.ts';
import type { Recording } from '../replay/recording.ts';
import {
  type ReadyStatement,
  type ReadyStep,
  ReplayedCall,
  readyRecording,
  runStatements,
} from '../replay/replay.ts';
import type { Side } from '../stage/side.ts';
import type { BenchOperator } from '../stage/tenant.ts';

/** The steps of a call whose first commit has an event that consoles hear of. */
const telling: readonly LifeStep[] = [
  'arrives',
  'established',
  'accepted',
  'operatorJoined',
  'transferred',
  'targetJoined',
  'settled',
];

const isWork = ({ text }: ReadyStatement): boolean => text !== 'begin' && text !== 'commit';

/** Commits events as another server of the region would: by the recorded statements, with nobody called. */
export class Committer {
  readonly #client: pg.Client;
  readonly #recording: Recording;
  readonly #steps: readonly ReadyStep[];
  #call: ReplayedCall;
  #next = 0;

  readonly #operator: BenchOperator;

  private constructor(client: pg.Client, recording: Recording, operator: BenchOperator) {
    this.#client = client;
    this.#recording = recording;
    this.#operator = operator;
    const { steps } = readyRecording(recording);
    this.#steps = telling.map((name) => must(steps.get(name), `the recorded step ${name}`));
    this.#call = this.#newCall();
  }

  static async connect({ databaseUrl, operators }: Side, recording: Recording): Promise<Committer> {
    const client = new pg.Client({ connectionString: databaseUrl });
    // A connection that breaks shows as a statement that fails.
    client.on('error', () => undefined);
    await client.connect();
    return new Committer(client, recording, must(operators[0], 'an operator'));
  }

  /**
   * The next step of a call, up to its end; then another call. `beforeCommit` is told the number of its
   * newest event; the time it returns is when the commit was sent.
   */
  async commit(beforeCommit: (seq: number) => void): Promise<void> {
    const step = must(this.#steps[this.#next], 'a recorded step');
    // A statement that is a commit by itself is held open too, so that the number is known before.
    await this.#client.query('BEGIN');
    await runStatements(this.#client, step.request.filter(isWork), this.#call);
    const text = 'SELECT last_seq FROM tenants WHERE tenant_id = $1';
    const { rows } = await this.#client.query<{ last_seq: string }>(text, [this.#operator.tenantId]);
    await this.#client.query(`SELECT pg_notify('switchboard', $1)`, [this.#operator.tenantId]);
    beforeCommit(Number(must(rows[0], 'the tenant').last_seq));
    await this.#client.query('COMMIT');
  }

  /** What the server writes when Graph has answered; then on to the next step. */
  async settle(): Promise<void> {
    const step = must(this.#steps[this.#next], 'a recorded step');
    for (const part of step.after) {
      if (!('method' in part)) await runStatements(this.#client, part, this.#call);
    }
    this.#next = (this.#next + 1) % this.#steps.length;
    if (this.#next === 0) this.#call = this.#newCall();
  }

  stop(): Promise<void> {
    return this.#client.end();
  }

  #newCall(): ReplayedCall {
    const { tenantId, operatorId, token } = this.#operator;
    const call = new ReplayedCall(this.#recording, crypto.randomUUID(), tenantId);
    call.takenBy({ operatorId, tokenHash: hashOf(token) });
    return call;
  }
}
