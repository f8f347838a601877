import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { doctorReportSchema } from '@switchboard/contract/admin/doctor';
import { allOperatorScopes } from '@switchboard/server/handle/operator-scopes';
import { registration } from '@switchboard/simulator/world/registration';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type HouseOptions, openHouse } from './support/house.ts';

const adminToken = 'fictional-token-of-the-administration';

async function clinic(options: HouseOptions = {}) {
  const house = await openHouse({ ...options, environment: { SWITCHBOARD_ADMIN_TOKEN: adminToken } });
  onTestFinished(() => house.stop());
  await house.startServer();
  /** What the doctor says of permissions in the names of operators: each line as it is read. */
  const delegated = async (): Promise<readonly string[]> => {
    const headers = { authorization: `Bearer ${adminToken}` };
    const answer = await fetch(`${house.publicUrl}${adminRoutes.doctor}`, { headers });
    const { checks } = doctorReportSchema.parse(await answer.json());
    const names = [...allOperatorScopes, 'delegated permissions of'];
    return checks
      .filter(({ name }) => names.some((each) => name.startsWith(each)))
      .map(({ status, name, detail }) => `${status} ${name}: ${detail}`);
  };
  return { house, delegated };
}

/** A server, a simulated Microsoft and a doctor who asks them for real. */
describe('What the doctor says of delegated permissions', () => {
  it('where the application may not read them: as far as tokens of who is signed in tell', async () => {
    const { house, delegated } = await clinic();
    const name = 'delegated permissions of Contoso';
    const why = 'the application may not read what is granted';
    expect(await delegated()).toEqual([
      `warning ${name}: ${why}, and there is no operator signed in whose tokens could tell`,
    ]);
    await house.console('eva', 'byPage');
    expect(await delegated()).toEqual([
      `ok ${name}: ${why}; by tokens of 1 operator signed in, all are granted`,
    ]);
  });

  it('where the application may read them: what Microsoft lists', async () => {
    const { delegated } = await clinic({
      simulator: {
        applicationPermissions: [...registration.applicationPermissions, 'DelegatedPermissionGrant.Read.All'],
        delegatedPermissions: allOperatorScopes.filter((scope) => scope !== 'Mail.Send'),
      },
    });
    const [summary, ...lacking] = await delegated();
    expect(summary).toMatch(/^ok delegated permissions of Contoso: for everybody: .+; not: Mail\.Send$/);
    expect(lacking).toEqual([
      'warning Mail.Send of Contoso: not granted; without it operators cannot write mail to colleagues',
    ]);
  });
});
