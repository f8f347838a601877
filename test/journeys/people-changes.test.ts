import { must } from '@switchboard/kit/assert';
import { ContactControl } from '@switchboard/simulator/control/contact-control';
import { TenantControl } from '@switchboard/simulator/control/tenant-control';
import { countDirectory } from '@switchboard/store/directory/progress';
import { wakeDirectory } from '@switchboard/store/directory/wake-directory';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { type House, openHouse } from './support/house.ts';
import { openPeopleScreen, type PeopleScreen } from './support/people-screen.ts';
import { until } from './support/until.ts';

const { jan, sigridur, lukasz, nguyen } = {
  jan: 'c011ea60-0001-4c0d-9e0a-00000000a001',
  sigridur: 'c011ea60-0002-4c0d-9e0a-00000000a002',
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
    const tailor = {
      displayName: 'Tante Ria Tailor',
      mobilePhone: '+44 20 7946 0555',
      companyName: 'Litware',
    };
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

  it('presence is seen to change by polling, with its age while Microsoft is away', async () => {
    const { control, faults } = house.simulator;
    await eva.choose('sigridur thorsdottir', /^Sigríður Þórsdóttir/);
    await eva.details().getByText('Available').first().waitFor();
    control.setPresence(sigridur, { availability: 'Busy', activity: 'InAMeeting' });
    await eva.details().getByText('In a meeting').first().waitFor();
    faults.set({ unavailable: { probability: 1, kinds: ['presence', 'subscriptions'], done: 'never' } });
    await eva.details().getByText(/ago$/).first().waitFor();
    await eva.details().getByText('In a meeting').first().waitFor();
    faults.reset();
    control.setPresence(sigridur, { availability: 'Away', activity: 'Away' });
    await eva.details().getByText('Away').first().waitFor();
    await eva.details().getByText(/ago$/).waitFor({ state: 'hidden' });
  });

  it('a favourite is one’s own; a note and a shared contact are everybody’s, at once', async () => {
    await omar.choose('jan de vries', /^Jan de Vries/);
    await eva.choose('jan de vries', /^Jan de Vries/);
    await eva.press('ArrowRight', 'f');
    await eva.says('Jan de Vries: added to favourites');
    await eva.press('e');
    const about = eva.page.getByRole('dialog', { name: 'About Jan de Vries' });
    await about.getByLabel('Note').fill('Knows the keys to the cellar.');
    await eva.press('Control+Enter');
    await about.waitFor({ state: 'detached' });
    await omar.details().getByText('Knows the keys to the cellar.').waitFor();
    await omar.look('');
    await omar.says('Find a colleague');
    await eva.look('');
    await eva.row(/^Jan de Vries/).waitFor();

    await eva.press('Control+F9');
    await eva.page.getByRole('button', { name: 'Add a contact' }).press('Enter');
    const form = eva.page.getByRole('dialog').filter({ hasText: 'A new shared contact' });
    await form.getByLabel('Name', { exact: false }).first().fill('Tailspin Taxi');
    await form.getByLabel('Phone').fill('+44 20 7946 0888');
    await eva.press('Control+Enter');
    await eva.says('Tailspin Taxi: kept as a shared contact');
    await omar.choose('tailspin', /^Tailspin Taxi/);

    const address = `${house.publicUrl}/api/contacts.csv`;
    const csv = await (await eva.page.request.get(address)).text();
    expect(csv).toContain('Tailspin Taxi');
    const answer = await eva.page.request.post(address, {
      headers: { 'content-type': 'text/csv', origin: house.publicUrl },
      data: csv.replace('Tailspin Taxi', 'Tailspin Taxi and Vans'),
    });
    expect(await answer.json()).toMatchObject({ added: 0, changed: 1 });
    await omar.details().getByRole('heading', { name: 'Tailspin Taxi and Vans' }).waitFor();
    await omar.expectNoReload();
  });

  it('own contacts are found by their operator, and by nobody else in any way', async () => {
    const console = await house.console('omar');
    for (const text of ['tante ria', '0555']) {
      await eva.look(text);
      await eva.row(/^Tante Ria Tailor.*Personal/).waitFor();
      const found = await console.askFor({ type: 'search', text, limit: 20 });
      expect(found.type === 'people' && found.people.map(({ name }) => name)).not.toContain(
        'Tante Ria Tailor',
      );
      expect(found.type).toBe('people');
    }
    await omar.look('tante ria');
    await omar.says('Nobody found for “tante ria”');
    const { person_id: personId } = await house.store
      .selectFrom('personal_contacts')
      .select('person_id')
      .where('name', '=', 'Tante Ria Tailor')
      .executeTakeFirstOrThrow();
    const { control, contoso } = house.simulator;
    const unknown = { code: 'personUnknown' };
    expect(await console.tell({ type: 'readPerson', personId })).toMatchObject(unknown);
    expect(await console.tell({ type: 'setFavourite', personId, isFavourite: true })).toMatchObject(unknown);
    // Whether there is such a contact cannot be told from the answer.
    for (const id of [personId, 'personal:nobody'])
      expect(await console.tell({ type: 'describePerson', personId: id, note: 'x' })).toMatchObject({
        code: 'notYours',
      });
    const lineId = await house.dial();
    const { callId } = await console.untilCall('waiting', ({ can }) => can.includes('accept'));
    await console.ask('accept', callId);
    await until('Omar answers', () => control.answer(contoso.people.omar).ok);
    await console.untilCall('talking', ({ state }) => state === 'connected');
    expect(await console.transfer(callId, personId)).toMatchObject({ code: 'targetUnknown' });
    control.hangUpLine(lineId);
  });

  it('everybody stays to be found while a round begins anew and Microsoft slows us down', async () => {
    const { faults } = house.simulator;
    const round = async () =>
      house.store
        .selectFrom('directory_streams')
        .select(['round', 'is_whole'])
        .where('stream', '=', 'users')
        .executeTakeFirstOrThrow();
    const before = { count: (await countDirectory(house.store, house.tenant)).directory, ...(await round()) };
    await eva.choose('nowak', /^Łukasz Nowak/);
    change(lukasz, { department: 'Dermatology' });
    faults.set({
      // The people's round, and that of the organisation's contacts.
      resync: { next: 2 },
      throttle: { next: 2, kinds: ['users', 'presence'], retryAfterSeconds: 1 },
    });
    await readChanges();
    await until('everybody is read anew, and nobody was away', async () => {
      expect((await countDirectory(house.store, house.tenant)).directory).toBe(before.count);
      const now = await round();
      return now.round > before.round && !now.is_whole;
    });
    await eva.row(/^Łukasz Nowak.*Dermatology/).waitFor();
    await eva.expectNoReload();
  });

  it('presence comes by a subscription of whom one looks at, and a lost one is healed', async () => {
    const { control, faults } = house.simulator;
    await eva.choose('jan de vries', /^Jan de Vries/);
    // One that could not be had while Microsoft was away is asked for again after a minute: here it is over.
    await house.store.updateTable('subscriptions').set({ due_at: 0 }).execute();
    await eva
      .details()
      .getByText(/Microsoft tells every change/)
      .waitFor({ timeout: 90_000, state: 'attached' });
    control.setPresence(jan, { availability: 'DoNotDisturb', activity: 'Presenting' });
    await eva.details().getByText('Presenting').first().waitFor();
    faults.set({ loseSubscription: { next: 1, told: true } });
    control.setPresence(jan, { availability: 'BeRightBack', activity: 'BeRightBack' });
    await eva.details().getByText('Be right back').first().waitFor();
    control.setPresence(jan, { availability: 'Available', activity: 'Available' });
    await eva.details().getByText('Available').first().waitFor();
  });
});
