import { type PersonId, personId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { type Asker, rightsOf } from '../client/asker.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { flag, member, oneSpelling } from '../wire/lenient.ts';
import { readODataPage } from '../wire/odata-page.ts';
import { type DirectoryRefusal, directoryRefusal } from './directory-refusal.ts';

/** What Teams has of an account that the directory has not: its numbers. */
export interface TeamsAccount {
  readonly personId: PersonId;
  /** In lower case: `user`, `resourceaccount`, `guest`, …; other words may come. */
  readonly accountType?: string;
  /** Whether they can call and be called by telephone. */
  readonly hasPhoneSystem?: boolean;
  readonly numbers: readonly TeamsNumber[];
}

export interface TeamsNumber {
  /** As Teams has it: `+442079460101`, without `tel:`; an extension stays behind `;ext=`. */
  readonly number: string;
  /** In lower case: `primary`, `private`, `alternate`. A private one is for no one's eyes but its owner's. */
  readonly category?: string;
}

const numberSchema = z.looseObject({ telephoneNumber: z.string().min(1), assignmentCategory: member });
const accountSchema = z.looseObject({
  id: z.string().min(1),
  accountType: member,
  isEnterpriseVoiceEnabled: flag,
  telephoneNumbers: z.array(z.unknown()).catch([]).default([]),
});

/**
 * The numbers of a tenant's accounts, page after page. Needs the application permission
 * `TeamsUserConfiguration.Read.All`
 * (https://learn.microsoft.com/graph/api/teamsadministration-teamsadminroot-list-userconfigurations, read 2026-11-23).
 * There is no delta: the whole list is read again.
 */
export async function* teamsAccounts(
  client: GraphClient,
  asker: Asker,
): AsyncGenerator<Result<readonly TeamsAccount[], DirectoryRefusal>, void, undefined> {
  const seen = new Set<string>();
  let path: string | undefined = '/admin/teams/userConfigurations';
  while (path !== undefined && !seen.has(path)) {
    seen.add(path);
    const answer = await client.request({
      ...rightsOf(asker),
      method: 'GET',
      path,
      kind: 'directory',
      retry: 'safe',
      priority: 'low',
    });
    const page = answer.ok ? readODataPage(answer.value.body, 'user configurations') : answer;
    if (!page.ok) {
      yield refused(directoryRefusal(page.refusal));
      return;
    }
    yield ok(page.value.value.flatMap(readAccount));
    path = page.value.nextLink;
  }
}

function readAccount(item: unknown): readonly TeamsAccount[] {
  const parsed = accountSchema.safeParse(item);
  if (!parsed.success) return [];
  const { id, accountType, isEnterpriseVoiceEnabled, telephoneNumbers } = parsed.data;
  return [
    {
      personId: personId(oneSpelling(id)),
      ...(accountType === undefined ? {} : { accountType }),
      ...(isEnterpriseVoiceEnabled === undefined ? {} : { hasPhoneSystem: isEnterpriseVoiceEnabled }),
      numbers: telephoneNumbers.flatMap(readNumber),
    },
  ];
}

function readNumber(item: unknown): readonly TeamsNumber[] {
  const parsed = numberSchema.safeParse(item);
  if (!parsed.success) return [];
  const { telephoneNumber, assignmentCategory: category } = parsed.data;
  const number = telephoneNumber.replace(/^tel:/i, '').trim();
  return number === '' ? [] : [{ number, ...(category === undefined ? {} : { category }) }];
}
