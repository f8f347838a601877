import { must } from '@switchboard/kit/assert';
import { ContactControl } from '@switchboard/simulator/control/contact-control';
import { TenantControl } from '@switchboard/simulator/control/tenant-control';
import { wakeDirectory } from '@switchboard/store/directory/wake-directory';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { type House, openHouse } from './support/house.ts';
import { openPeopleScreen, type PeopleScreen } from './support/people-screen.ts';
import { until } from './support/until.ts';

const { jan, lukasz, nguyen } = {
  jan: 'c011ea60-0001-4c0d-9e0a-00000000a001',
  lukasz: 'c011ea60-0003-4c0d-9e0a-00000000a003',
  nguyen: 'c011ea60-0004-4c0d-9e0a-00000000a004',
};

/** Two operators with the console open all day, while people, and Microsoft, change around them. */
describe('People who change while consoles are open', () => {
  let browser: Browser;
  let house: House;
  let eva: PeopleScreen;
  let omar: PeopleScreen;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse({ simulator: { people: 120 } });
    const folder = new ContactControl(house.simulator.world);
    const tailor = { displayName: 'Tante Ria Tailor', mobilePhone: '+44 20 7946 0555', companyName: 'Litware' };
    if (!folder.add(house.simulator.contoso.people.eva, tailor).ok) throw new Error('Eva has no contacts');
    await house.startServer();
    eva = await openPeopleScreen(browser, house.publicUrl, 'Eva Berg');
    omar = await openPeopleScreen(browser, house.publicUrl, 'Omar Haddad');
    await eva.page.getByText(/people read\. Until then/).waitFor({ state: 'hidden' });
  });
  afterEach(async ({ task }) => {
    house.simulator.faults.reset();
    if (task.result?.state !== 'fail') return;
    await eva.keep(`${task.name} (Eva)`);
    await omar.keep(`${task.name} (Omar)`);
  });
  afterAll(async () => {
    // Whatever was not opened: a server that is left over would keep the tests from ending.
    await browser?.close();
    await house?.stop();
  });

  const change = (id: string, to: Parameters<House['simulator']['control']['changePerson']>[1]) =>
    must(house.simulator.control.changePerson(id, to).ok || undefined, 'a changed person');
  /** What Microsoft's notice does, where one comes. */
  const readChanges = () => wakeDirectory(house.store, house.tenant, Date.now());

  it('a colleague moves: the row, the details and the search know it, and the choice stays', async () => {
    await eva.choose('muller', /^Łukasz Müller/);
    await eva.details().getByRole('heading', { name: 'Łukasz Müller' }).waitFor();
    change(lukasz, { department: 'Sleep Medicine', businessPhone: '+44 20 7946 0777' });
    await readChanges();
    await eva.row(/^Łukasz Müller.*Sleep Medicine/).waitFor();
    await eva.details().getByText('Sleep Medicine').waitFor();
    await eva.details().getByText('+44 20 7946 0777').first().waitFor();
    expect(await eva.row(/^Łukasz Müller/).getAttribute('aria-selected')).toBe('true');
    await omar.look('sleep medicine');
    await omar.row(/^Łukasz Müller/).waitFor();
    await omar.look('0777');
    await omar.row(/^Łukasz Müller/).waitFor();

    change(lukasz, { displayName: 'Łukasz Nowak', surname: 'Nowak' });
    await readChanges();
    await eva.details().getByRole('heading', { name: 'Łukasz Nowak' }).waitFor();
    await omar.look('nowak');
    await omar.row(/^Łukasz Nowak/).waitFor();
    await eva.expectNoReload();
  });

  it('a colleague leaves and comes back: both are seen, and nobody is put through to them meanwhile', async () => {
    await eva.choose('thi lan nguyen', /^Thị Lan Nguyễn/);
    expect(house.simulator.control.removePerson(nguyen).ok).toBe(true);
    await readChanges();
    await eva.says('No longer there: nobody can be put through to them.');
    expect(new TenantControl(house.simulator.world).restore(nguyen).ok).toBe(true);
    await readChanges();
    await eva.page.getByText('No longer there: nobody').waitFor({ state: 'hidden' });
    await eva.row(/^Thị Lan Nguyễn/).waitFor();
    expect(await eva.row(/^Thị Lan Nguyễn/).textContent()).not.toContain('No longer here');
  });
});
