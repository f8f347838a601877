import type { Person } from '@switchboard/domain/directory/person';
import type { StoredPerson } from '@switchboard/store/directory/change-people';
import type { ClaimedStream } from '@switchboard/store/directory/hold-stream';

/**
 * What a page's entry is put on top of. A whole round tells everything that somebody has the first time it names them,
 * and leaves out what they have not: what was known before it says nothing then.
 */
export const toBuildOn = (
  known: StoredPerson | undefined,
  { isWhole, round }: Pick<ClaimedStream, 'isWhole' | 'round'>,
): Person | undefined => (!isWhole || known?.round === round ? known?.person : undefined);
