import type { HistoryFilter } from '@switchboard/contract/commands/history-command';
import type { Instant } from '@switchboard/kit/clock';

/** How far back; `between`: two days of the operator's choice. */
export const spans = ['any', 'today', 'yesterday', 'week', 'month', 'between'] as const;
export type Span = (typeof spans)[number];

export const outcomes = ['answered', 'putThrough', 'lost', 'cameBack'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the operator has chosen to see of the history. */
export interface ChosenFilter {
  readonly text: string;
  readonly queueId: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly span: Span;
  /** Of `between`: the first day and the last, as `2026-11-29`. */
  readonly days: readonly [first: string, last: string];
}

export const noFilter: ChosenFilter = {
  text: '',
  queueId: undefined,
  outcome: undefined,
  span: 'any',
  days: ['', ''],
};

export const isFiltered = (filter: ChosenFilter): boolean =>
  filter.text.trim() !== '' ||
  filter.queueId !== undefined ||
  filter.outcome !== undefined ||
  filter.span !== 'any';

/** The filter in the words of the contract. Days begin at midnight of this computer's clock. */
export function filterAt(of: HistoryFilter['of'], chosen: ChosenFilter, now: Instant): HistoryFilter {
  const { text, queueId, outcome } = chosen;
  const [from, to] = boundsOf(chosen, now);
  return {
    of,
    ...(queueId === undefined ? {} : { queueId }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
}

type Bounds = readonly [from: Instant | undefined, to: Instant | undefined];

function boundsOf({ span, days }: ChosenFilter, now: Instant): Bounds {
  switch (span) {
    case 'today':
      return [midnight(now, 0), undefined];
    case 'yesterday':
      return [midnight(now, -1), midnight(now, 0)];
    case 'week':
      return [midnight(now, -6), undefined];
    case 'month':
      return [midnight(now, -29), undefined];
    case 'between':
      return [dayAt(days[0], 0), dayAt(days[1], 1)];
    default:
      return [undefined, undefined];
  }
}

/** The midnight with which a day begins, so many days away. */
function midnight(now: Instant, days: number): Instant {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** The same of a day as a field has it; undefined while it is none. */
function dayAt(day: string, more: number): Instant | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || year < 1970) return undefined;
  return new Date(year, month - 1, date + more).getTime();
}
