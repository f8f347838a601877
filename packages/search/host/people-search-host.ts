import { Worker } from 'node:worker_threads';
import type { Service, StopSignal } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Result } from '@switchboard/kit/result';
import type { SearchDocument } from '../document/search-document.ts';
import type { SearchAnswer, SearchQuery } from '../match/search-query.ts';
import { PendingTasks } from './pending-tasks.ts';
import { SearchFault } from './search-fault.ts';
import type {
  DocumentChanges,
  IndexStats,
  NoIndex,
  OpenIndex,
  OtherMark,
  Overtaken,
  ThreadSettings,
} from './search-messages.ts';

const program = new URL('./search-worker.ts', import.meta.url);

export interface SearchHostOptions extends ThreadSettings {
  readonly log: Logger;
  /**
   * An index was read from its snapshot after the thread died: changes after its mark are to be made again. Undefined: there
   * was no snapshot of use, and the index is to be built.
   */
  readonly onReopened?: (tenant: string, index: OpenIndex | undefined) => void;
}

export interface SearchWish {
  /** Whose queries follow each other, such as one console: only the newest of a line is answered. */
  readonly line?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The people search of all tenants of a server, in one thread of its own. Every request rejects with a {@link SearchFault}
 * when the thread cannot answer; whoever asks then has the database to fall back on.
 */
export class PeopleSearchHost implements Service {
  readonly name = 'people search';
  readonly #options: SearchHostOptions;
  readonly #tenants = new Set<string>();
  #tasks: PendingTasks | undefined;

  constructor(options: SearchHostOptions) {
    this.#options = options;
  }

  /** Runs the thread until the signal stops it; rejects when it dies, to be started again. */
  async run(signal: StopSignal): Promise<void> {
    const { folder, budget } = this.#options;
    const worker = new Worker(program, { workerData: { folder, budget } satisfies ThreadSettings });
    const tasks = new PendingTasks(worker);
    this.#tasks = tasks;
    const stopped = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', resolve, { once: true });
    });
    try {
      void this.#reopen(tasks);
      await Promise.race([stopped, tasks.died]);
      await Promise.race([tasks.ask('settle', {}), tasks.died]);
    } finally {
      this.#tasks = undefined;
      await worker.terminate();
      tasks.rejectAll();
    }
  }

  /** Resolves when all changes are made and written to disk. */
  async drain(): Promise<void> {
    await this.#running.ask('settle', {});
  }

  /** Gets an index ready, from its snapshot if it is not in memory. */
  async open(tenant: string): Promise<Result<OpenIndex, NoIndex>> {
    const opened = await this.#running.ask('open', { tenant });
    if (opened.ok) this.#tenants.add(tenant);
    return opened;
  }

  search(
    tenant: string,
    query: SearchQuery,
    { line, signal }: SearchWish = {},
  ): Promise<Result<SearchAnswer, NoIndex | Overtaken>> {
    return this.#running.ask('search', { tenant, query, line }, signal);
  }

  /**
   * Makes an index of pages of documents; what there was before answers until it is ready. `onPage` is told how many
   * documents there are so far. Rejects when the pages do, and leaves everything as it was.
   */
  async build(
    tenant: string,
    pages: AsyncIterable<readonly SearchDocument[]>,
    mark: string,
    onPage?: (documents: number) => void,
  ): Promise<OpenIndex> {
    const tasks = this.#running;
    await tasks.ask('beginBuild', { tenant });
    try {
      for await (const documents of pages) {
        const size = await tasks.ask('buildPage', { tenant, documents });
        onPage?.(size);
      }
    } catch (error) {
      if (tasks === this.#tasks) await tasks.ask('dropBuild', { tenant });
      throw error;
    }
    const built = await tasks.ask('finishBuild', { tenant, mark });
    this.#tenants.add(tenant);
    return built;
  }

  change(tenant: string, changes: DocumentChanges): Promise<Result<OpenIndex, NoIndex | OtherMark>> {
    return this.#running.ask('change', { tenant, changes });
  }

  /** Writes the snapshot, if there are changes that it does not have. */
  save(tenant: string): Promise<void> {
    return this.#running.ask('save', { tenant });
  }

  /** Out of memory, onto the disk. */
  evict(tenant: string): Promise<void> {
    return this.#running.ask('evict', { tenant });
  }

  /** A customer who left: nothing of them stays, in memory or on disk. */
  async forget(tenant: string): Promise<void> {
    this.#tenants.delete(tenant);
    await this.#running.ask('forget', { tenant });
  }

  stats(): Promise<readonly IndexStats[]> {
    return this.#running.ask('stats', {});
  }

  /** Ends the thread as a crash does. For tests: `run` rejects, and whoever keeps it running starts it again. */
  async killThread(): Promise<void> {
    await this.#running.kill();
  }

  get #running(): PendingTasks {
    if (this.#tasks === undefined) throw new SearchFault('notRunning', 'the people search is not running');
    return this.#tasks;
  }

  /** After a crash: what was there is read again, one after another, those in use first by their queries. */
  async #reopen(tasks: PendingTasks): Promise<void> {
    const { log, onReopened } = this.#options;
    for (const tenant of this.#tenants) {
      try {
        const opened = await tasks.ask('open', { tenant });
        if (!opened.ok) log.warn('no snapshot to go on with', { tenant, reason: opened.refusal.snapshot });
        onReopened?.(tenant, opened.ok ? opened.value : undefined);
      } catch (error) {
        // The thread died again, and everything is read once more by the next one.
        if (error instanceof SearchFault) return;
        throw error;
      }
    }
  }
}
