import type { Result } from '@switchboard/kit/result';
import type { SearchDocument } from '../document/search-document.ts';
import type { SearchAnswer, SearchQuery } from '../match/search-query.ts';
import type { SnapshotRefusal } from '../snapshot/read-snapshot.ts';

/** Changes of the documents of a tenant. */
export interface DocumentChanges {
  /** New or changed. */
  readonly put: readonly SearchDocument[];
  /** Ids. */
  readonly removed: readonly string[];
  /** How far the documents are with these, in the caller's own words: what the source gave to read on from. */
  readonly mark: string;
  /** What the index must be at, for these to be made: after a crash it may be further back. Undefined: whatever it is at. */
  readonly after?: string | undefined;
}

/** An index that can be searched. */
export interface OpenIndex {
  readonly mark: string;
  readonly size: number;
}

export interface IndexStats {
  readonly tenant: string;
  readonly size: number;
  readonly segments: number;
  readonly bytes: number;
  /** Holds changes that are in no snapshot yet. */
  readonly isDirty: boolean;
}

/** `unknown`: there is no index of this tenant in memory and no snapshot of use; the reason is the snapshot's. */
export interface NoIndex {
  readonly code: 'noIndex';
  readonly snapshot: SnapshotRefusal;
}
/** A newer query of the same line came before this one's turn, or nobody waits for it any more. */
export interface Overtaken {
  readonly code: 'overtaken';
}

/** The index is not where the changes go on from. */
export interface OtherMark {
  readonly code: 'otherMark';
  readonly mark: string;
}

/** What is asked of the thread, by name, and what comes back. */
export interface SearchTasks {
  readonly open: (task: { tenant: string }) => Result<OpenIndex, NoIndex>;
  readonly search: (task: {
    tenant: string;
    query: SearchQuery;
    line: string | undefined;
  }) => Result<SearchAnswer, NoIndex | Overtaken>;
  readonly change: (task: {
    tenant: string;
    changes: DocumentChanges;
  }) => Result<OpenIndex, NoIndex | OtherMark>;
  readonly beginBuild: (task: { tenant: string }) => void;
  readonly buildPage: (task: { tenant: string; documents: readonly SearchDocument[] }) => number;
  readonly finishBuild: (task: { tenant: string; mark: string }) => OpenIndex;
  readonly dropBuild: (task: { tenant: string }) => void;
  readonly save: (task: { tenant: string }) => void;
  readonly evict: (task: { tenant: string }) => void;
  readonly forget: (task: { tenant: string }) => void;
  readonly stats: (task: Record<string, never>) => readonly IndexStats[];
  readonly settle: (task: Record<string, never>) => void;
}
export type TaskName = keyof SearchTasks;
export type TaskOf<Name extends TaskName> = Parameters<SearchTasks[Name]>[0];
export type AnswerOf<Name extends TaskName> = ReturnType<SearchTasks[Name]>;

export interface TaskMessage<Name extends TaskName = TaskName> {
  readonly type: 'task';
  readonly number: number;
  readonly name: Name;
  readonly task: TaskOf<Name>;
}
/** Nobody waits for the answer any more. */
export interface SkipMessage {
  readonly type: 'skip';
  readonly number: number;
}
export type MessageToThread = TaskMessage | SkipMessage;

export type MessageFromThread =
  | { readonly type: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly type: 'failure'; readonly number: number; readonly message: string };

/** What the thread is started with. */
export interface ThreadSettings {
  /** Where the snapshots are. */
  readonly folder: string;
  /** Bytes of all indexes together. */
  readonly budget: number;
}
