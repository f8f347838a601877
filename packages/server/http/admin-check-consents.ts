import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { OperatorTokens } from '@switchboard/graph/auth/operator-tokens';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import type { DirectoryRefusal } from '@switchboard/graph/directory/directory-refusal';
import { type PermissionGrants, readPermissionGrants } from '@switchboard/graph/directory/permission-grants';
import { unreachable } from '@switchboard/kit/assert';
import { lookingScopes, operatorScopes } from '../handle/operator-scopes.ts';
import { reasonOf } from './admin-finding.ts';

export interface ConsentAccess {
  readonly graph: GraphClient;
  /** Our application id. */
  readonly clientId: string;
  readonly tokens: Pick<OperatorTokens, 'token'>;
  readonly operators: (tenantId: TenantId) => Promise<readonly PersonId[]>;
  /** Operators who are signed in and of whom a token may be had. */
  readonly signedIn: (tenantId: TenantId) => Promise<readonly PersonId[]>;
}

interface Tenant {
  readonly tenantId: TenantId;
  readonly name: string;
}

type Purpose = keyof typeof operatorScopes;

/** What is done without a permission, for administrators. */
const without: Readonly<Record<Purpose, string>> = {
  presence: 'presence is polled, and not told at once',
  personalContacts: 'operators do not find their own Outlook contacts',
  schedules: 'there are no free and busy times of colleagues',
  calendars: 'colleagues who share their calendar show no appointments, only free and busy times',
  mailboxSettings: 'the browser’s time zone and working hours count in place of the mailbox’s',
  search: 'Microsoft is searched by the application’s own rights while the directory is not read yet',
  mail: 'operators cannot write mail to colleagues',
  chat: 'operators cannot write to colleagues in Teams',
};

const purposes = Object.keys(operatorScopes) as readonly Purpose[];

/** Asking for all that many operators lack is a request to Entra ID each: so many are enough to see what is wrong. */
const mostAsked = 20;

/** For how many people there is a permission, of how many that were looked at. */
interface Share {
  readonly names: readonly string[];
  readonly has: number;
  readonly of: number;
}

/**
 * Which delegated permissions a tenant has granted: as Graph lists them, or where the application may not read that, as
 * far as tokens of the operators who are signed in tell. Calls go on without any of them.
 *
 * @param consent what an administrator is to do
 */
export async function checkConsents(
  tenant: Tenant,
  access: ConsentAccess,
  consent: string,
): Promise<readonly DoctorCheck[]> {
  const summary = `delegated permissions of ${tenant.name}`;
  try {
    return await findConsents(summary, tenant, access, consent);
  } catch (error) {
    return [{ name: summary, status: 'failed', detail: reasonOf(error), remedy: 'see "database"' }];
  }
}

async function findConsents(
  summary: string,
  { tenantId, name }: Tenant,
  access: ConsentAccess,
  consent: string,
): Promise<readonly DoctorCheck[]> {
  const grants = await readPermissionGrants(access.graph, tenantId, access.clientId);
  if (grants.ok) {
    const operators = await access.operators(tenantId);
    const checks = purposes.flatMap((purpose) =>
      granted(purpose, grants.value, operators, { name, consent }),
    );
    return [{ name: summary, status: 'ok', detail: listOf(grants.value) }, ...checks];
  }
  const why = whyUnread(grants.refusal);
  const people = (await access.signedIn(tenantId)).slice(0, mostAsked);
  const shares = await Promise.all(
    purposes.map(async (purpose) => ({ purpose, ...(await shareOf(purpose, tenantId, people, access)) })),
  );
  const known = shares.filter(({ of }) => of > 0);
  if (known.length === 0) return [unknown(summary, why)];
  const missing = known.filter(({ has, of }) => has < of);
  const count = Math.max(...known.map(({ of }) => of));
  const all = missing.length === 0 ? ', all are granted' : '';
  return [
    { name: summary, status: 'ok', detail: `${why}; by tokens of ${countOf(count)} signed in${all}` },
    ...missing.map(({ purpose, names, has, of }) =>
      lacking(purpose, names, has === 0 ? 'no token' : `a token for ${has} of ${countOf(of)} signed in`, {
        name,
        consent,
      }),
    ),
  ];
}

const countOf = (count: number): string => (count === 1 ? '1 operator' : `${count} operators`);

const isIn = (names: ReadonlySet<string> | undefined, name: string): boolean =>
  names?.has(name.toLowerCase()) === true;

/** All that operators are asked for, by whom it is granted. */
function listOf({ everybody, persons }: PermissionGrants): string {
  const all = [...new Set<string>(purposes.flatMap((purpose) => operatorScopes[purpose]))];
  const forAll = all.filter((name) => isIn(everybody, name));
  const rest = all.filter((name) => !forAll.includes(name));
  const besides = Object.values(lookingScopes).flatMap((names) =>
    names.filter((name) => isIn(everybody, name)),
  );
  const more = besides.length > 0 ? [`besides: ${besides.join(', ')}`] : [];
  if (rest.length === 0)
    return [`all ${all.length} that operators use are granted for everybody`, ...more].join('; ');
  const some = rest.filter((name) => [...persons.values()].some((names) => isIn(names, name)));
  const none = rest.filter((name) => !some.includes(name));
  return [
    ...(forAll.length > 0 ? [`for everybody: ${forAll.join(', ')}`] : []),
    ...(some.length > 0 ? [`by some for themselves: ${some.join(', ')}`] : []),
    ...(none.length > 0 ? [`not: ${none.join(', ')}`] : []),
    ...more,
  ].join('; ');
}

interface Where {
  readonly name: string;
  readonly consent: string;
}

function granted(
  purpose: Purpose,
  { everybody, persons }: PermissionGrants,
  operators: readonly PersonId[],
  where: Where,
): readonly DoctorCheck[] {
  const names = operatorScopes[purpose].filter((name) => !isIn(everybody, name));
  if (names.length === 0) return [];
  const has = operators.filter((id) => names.every((name) => isIn(persons.get(id), name))).length;
  if (has > 0 && has === operators.length) return [];
  const extent =
    has === 0 ? 'not granted' : `granted by ${has} of ${countOf(operators.length)} for themselves`;
  return [lacking(purpose, names, extent, where)];
}

const lacking = (
  purpose: Purpose,
  names: readonly string[],
  extent: string,
  { name, consent }: Where,
): DoctorCheck => {
  const it = names.length === 1 ? 'it' : 'them';
  return {
    name: `${names.join(' and ')} of ${name}`,
    status: 'warning',
    detail: `${extent}; without ${it} ${without[purpose]}`,
    remedy: `add ${it} to the app registration, delegated; ${consent}; or do without`,
  };
};

/** Who is not known well enough to say whether they would get a token counts for neither side. */
async function shareOf(
  purpose: Purpose,
  tenantId: TenantId,
  people: readonly PersonId[],
  { tokens }: ConsentAccess,
): Promise<Share> {
  const names = operatorScopes[purpose];
  const answers = await Promise.all(people.map((personId) => tokens.token({ tenantId, personId }, names)));
  const has = answers.filter(({ ok }) => ok).length;
  const lacks = answers.filter(
    (answer) => !answer.ok && answer.refusal.code === 'askConsent' && answer.refusal.claims === undefined,
  ).length;
  return { names, has, of: has + lacks };
}

const unknown = (name: string, why: string): DoctorCheck => ({
  name,
  status: 'warning',
  detail: `${why}, and there is no operator signed in whose tokens could tell`,
  remedy:
    'let an operator sign in and look again, or grant the application DelegatedPermissionGrant.Read.All (application)',
});

function whyUnread({ code, message }: DirectoryRefusal): string {
  switch (code) {
    case 'noRight':
      return 'the application may not read what is granted';
    case 'unknown':
    case 'graph':
      return `Graph does not say what is granted (${message.replace(/\.$/, '')})`;
    default:
      return unreachable(code);
  }
}
