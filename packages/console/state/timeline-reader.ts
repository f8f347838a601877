import type { TimelineRead } from '@switchboard/contract/feed/timeline-read';
import type { CallView, PartyView } from '@switchboard/contract/views/call-view';
import type { TimelineEntry } from '@switchboard/contract/views/timeline-view';
import { Cell, type Readable } from '../connection/cell.ts';
import type { CommandDesk } from './command-desk.ts';

export interface TimelineState {
  readonly callId: string;
  readonly caller: PartyView;
  readonly status: 'reading' | 'shown' | 'failed';
  readonly entries: readonly TimelineEntry[];
}

/** The timeline of one call, while an operator looks at it. */
export class TimelineReader {
  readonly #desk: CommandDesk;
  readonly #state = new Cell<TimelineState | undefined>(undefined);

  constructor(desk: CommandDesk) {
    this.#desk = desk;
  }

  /** Absent: no timeline is open. */
  get state(): Readable<TimelineState | undefined> {
    return this.#state;
  }

  open({ callId, caller }: Pick<CallView, 'callId' | 'caller'>): void {
    this.#state.set({ callId, caller, status: 'reading', entries: [] });
    this.#desk.ask({
      action: 'readTimeline',
      subject: callId,
      message: { type: 'readTimeline', callId },
      cameRound: () => this.#state.getSnapshot()?.status !== 'reading',
      onFailed: () =>
        this.#state.update((state) => (state?.callId === callId ? { ...state, status: 'failed' } : state)),
    });
  }

  close(): void {
    this.#state.set(undefined);
    this.#desk.changed();
  }

  heard({ id, callId, entries }: TimelineRead): void {
    this.#state.update((state) =>
      state?.callId === callId ? { ...state, status: 'shown', entries } : state,
    );
    this.#desk.answered(id, undefined);
  }
}

/** Steps of our own book-keeping: true, and nothing that a person did. */
const bookKeeping = new Set([
  'request',
  'soundChanged',
  'rosterRead',
  'doubtSettled',
  'legMissed',
  'legFound',
  'lastLookTaken',
  'checkPlanned',
  'keepAlivePlanned',
  'waitPlanned',
  'legRenamed',
]);

/** Whether an entry is a line beside the story, not a step of it. */
export const isSideStep = (entry: TimelineEntry): boolean =>
  entry.request !== undefined || bookKeeping.has(entry.step);
