import type { HistoryFilter } from '@switchboard/contract/commands/history-command';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { Operator } from '@switchboard/domain/operator/operator';
import { listPastCalls, type PastPage } from '@switchboard/store/history/list-past-calls';
import { csvHead, csvRows } from './csv-rows.ts';
import { filterOf, type HistoryParts, presentPastCalls } from './read-history.ts';

/** Calls that are read and written at once. */
const pageSize = 500;

/** The columns of the file, in their order. Moments are in UTC, ISO 8601. */
const columns = [
  'arrived',
  'answered',
  'ended',
  'queue',
  'callerName',
  'callerNumber',
  'outcome',
  'cameBack',
  'takenBy',
  'target',
  'targetNumber',
  'reason',
  'callId',
] as const;
type Column = (typeof columns)[number];

/**
 * The past calls of a filter that this operator may see, as CSV, page by page. What a spreadsheet would take for a formula
 * has a quote before it.
 *
 * @param onDone told how many calls were written, when all are
 */
export async function* exportHistory(
  parts: HistoryParts,
  operator: Operator,
  filter: HistoryFilter,
  onDone: (count: number) => void,
): AsyncGenerator<string> {
  yield csvHead(columns);
  const wanted = await filterOf(parts, operator, filter);
  let before: PastPage['next'];
  let count = 0;
  do {
    const page = await listPastCalls(parts.store, operator.tenantId, wanted, { before, limit: pageSize });
    const views = await presentPastCalls(parts, operator, page.calls);
    if (views.length > 0) yield csvRows(views.map(rowOf));
    count += views.length;
    before = page.next;
  } while (before !== undefined);
  onDone(count);
}

const rowOf = (call: PastCallView): readonly string[] => columns.map((column) => cellOf(call, column));

const moment = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());

function cellOf(call: PastCallView, column: Column): string {
  switch (column) {
    case 'arrived':
      return moment(call.arrivedAt);
    case 'answered':
      return moment(call.answeredAt);
    case 'ended':
      return moment(call.endedAt);
    case 'queue':
      return call.queue ?? call.queueId;
    case 'callerName':
      return call.caller.name ?? '';
    case 'callerNumber':
      return call.dial ?? '';
    case 'cameBack':
      return call.cameBack ? 'yes' : 'no';
    case 'takenBy':
      return call.takenBy.join('; ');
    case 'target':
      return call.target?.name ?? '';
    case 'targetNumber':
      return call.target?.number ?? '';
    case 'reason':
      return call.ended;
    default:
      return call[column];
  }
}
