import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { type DoctorCheck, doctorReportSchema } from '@switchboard/contract/admin/doctor';
import { ok } from '@switchboard/kit/result';
import type { AdminClient } from '../connection/admin-client.ts';
import { exitCodes } from '../output/problem.ts';
import { lineWidth } from '../output/table.ts';
import { wrapWords } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';

export async function doctor(client: AdminClient, tenantId: string | undefined): Outcome {
  const query = tenantId === undefined ? '' : `?tenantId=${encodeURIComponent(tenantId)}`;
  const path = `${adminRoutes.doctor}${query}`;
  const answer = await client.request({ method: 'GET', path, answer: doctorReportSchema });
  if (!answer.ok) return answer;
  const { checks } = answer.value.value;
  const failed = checks.filter(({ status }) => status === 'failed').length;
  const warnings = checks.filter(({ status }) => status === 'warning').length;
  const sum = `${checks.length} checks: ${failed} failed, ${warnings === 1 ? '1 warning' : `${warnings} warnings`}.`;
  return ok({
    json: answer.value.value,
    text: [...checks.map(lineOf), '', sum].join('\n'),
    exitCode: failed > 0 ? exitCodes.wrong : exitCodes.ok,
  });
}

const indent = ' '.repeat(9);
const room = lineWidth - indent.length;

function lineOf({ status, name, detail, remedy }: DoctorCheck): string {
  const [first = '', ...more] = wrapWords(`${name}: ${detail}`, room);
  const lines = [`${status.padEnd(indent.length)}${first}`, ...more.map((line) => indent + line)];
  if (remedy !== undefined) lines.push(...wrapWords(`To do: ${remedy}`, room).map((line) => indent + line));
  return lines.join('\n');
}
