import { must } from '@switchboard/kit/assert';
import pg from 'pg';
import type { Recording } from '../replay/recording.ts';
import { type ReadyStep, ReplayedCall, readySteps, runStatements } from '../replay/replay.ts';

/** Commits events as another server of the region would: by the recorded statements, with nobody called. */
export class Committer {
  readonly #client: pg.Client;
  readonly #recording: Recording;
  readonly #steps: readonly ReadyStep[];
  #call: ReplayedCall;
  #next = 0;

  private constructor(client: pg.Client, recording: Recording) {
    this.#client = client;
    this.#recording = recording;
    this.#steps = readySteps(recording);
    this.#call = this.#newCall();
  }

  static async connect(databaseUrl: string, recording: Recording): Promise<Committer> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    return new Committer(client, recording);
  }

  /**
   * The next step of a call: arrived, established, ended, then another call. `beforeCommit` is told the number of its
   * newest event; the time it returns is when the commit was sent.
   */
  async commit(beforeCommit: (seq: number) => void): Promise<void> {
    const step = must(this.#steps[this.#next], 'a recorded step');
    const [commit, ...before] = [...step.request].reverse();
    await runStatements(this.#client, before.reverse(), this.#call);
    const { rows } = await this.#client.query<{ last_seq: string }>('SELECT last_seq FROM tenants');
    beforeCommit(Number(must(rows[0], 'the tenant').last_seq));
    await runStatements(this.#client, [must(commit, 'a commit')], this.#call);
  }

  /** What the server writes when Graph has answered; then on to the next step. */
  async settle(): Promise<void> {
    const step = must(this.#steps[this.#next], 'a recorded step');
    await runStatements(this.#client, step.report, this.#call);
    this.#next = (this.#next + 1) % this.#steps.length;
    if (this.#next === 0) this.#call = this.#newCall();
  }

  stop(): Promise<void> {
    return this.#client.end();
  }

  #newCall(): ReplayedCall {
    return new ReplayedCall(this.#recording, crypto.randomUUID());
  }
}
