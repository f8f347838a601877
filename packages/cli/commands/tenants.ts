import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import {
  type AddTenant,
  type ChangeTenant,
  type TenantView,
  tenantListSchema,
  tenantViewSchema,
} from '@switchboard/contract/admin/tenant';
import { isUuid } from '@switchboard/kit/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { AdminClient } from '../connection/admin-client.ts';
import { type Problem, usageProblem } from '../output/problem.ts';
import { table } from '../output/table.ts';
import { printable } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';

const readTenants = (client: AdminClient) =>
  client.request({ method: 'GET', path: adminRoutes.tenants, answer: tenantListSchema });

export async function listTenants(client: AdminClient): Outcome {
  const answer = await readTenants(client);
  if (!answer.ok) return answer;
  const { tenants } = answer.value.value;
  const text =
    tenants.length === 0
      ? 'There is no tenant yet. Add one: switchboard tenants add --help'
      : table(
          [{ title: 'TENANT', isFixed: true }, { title: 'NAME' }, { title: 'KEEPS CALLS' }],
          tenants.map(({ tenantId, name, keepDays }) => [tenantId, name, days(keepDays)]),
        );
  return ok({ json: answer.value.value, text });
}

export async function addTenant(client: AdminClient, asked: AddTenant): Outcome {
  const answer = await client.request({
    method: 'POST',
    path: adminRoutes.tenants,
    body: asked,
    answer: tenantViewSchema,
  });
  if (!answer.ok) return answer;
  const { status, value } = answer.value;
  const done = status === 201 ? 'Added' : 'Kept, by this name,';
  return ok({ json: value, text: `${done} the tenant ${printable(value.name)} (${value.tenantId}).` });
}

export async function setTenant(client: AdminClient, given: string, asked: ChangeTenant): Outcome {
  const tenantId = await findTenantId(client, given);
  if (!tenantId.ok) return tenantId;
  const answer = await client.request({
    method: 'PATCH',
    path: adminRoutes.tenant(tenantId.value),
    body: asked,
    answer: tenantViewSchema,
  });
  if (!answer.ok) return answer;
  const { name, keepDays, language } = answer.value.value;
  const writing = language === undefined ? '' : `, and writes to colleagues in ${printable(language)}`;
  const text = `${printable(name)} keeps its calls for ${days(keepDays)}${writing}.`;
  return ok({ json: answer.value.value, text });
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** The id of the tenant that is meant: by its id, by its name in any case, or the only one there is. */
export async function findTenantId(
  client: AdminClient,
  given: string | undefined,
): Promise<Result<string, Problem>> {
  if (given !== undefined && isUuid(given)) return ok(given);
  const answer = await readTenants(client);
  if (!answer.ok) return answer;
  const { tenants } = answer.value.value;
  const found = given === undefined ? tenants : tenants.filter((tenant) => isNamed(tenant, given));
  const [only, other] = found;
  if (only !== undefined && other === undefined) return ok(only.tenantId);
  return refused(
    usageProblem(whyNone(given, found.length), 'name one with --tenant: switchboard tenants list'),
  );
}

const isNamed = ({ name }: TenantView, given: string): boolean =>
  name.toLowerCase() === given.trim().toLowerCase();

function whyNone(given: string | undefined, count: number): string {
  if (given !== undefined)
    return `${count === 0 ? 'No' : 'More than one'} tenant is called ${printable(given)}`;
  return count === 0 ? 'There is no tenant yet' : 'There is more than one tenant';
}
