import { readDirectoryProgress } from '@switchboard/store/directory/progress';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { openBrowser, picture } from './support/browser.ts';
import { type House, openHouse } from './support/house.ts';
import { openPeopleScreen, type PeopleScreen } from './support/people-screen.ts';
import { until } from './support/until.ts';

const people = 2_000;
const pageSize = 20;

/** The first hours of a tenant, in one story: its people are read page by page, and Microsoft takes its time. */
describe('While the directory is read for the first time', () => {
  let browser: Browser;
  let house: House;
  let screen: PeopleScreen;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse({
      withoutGreeting: true,
      settings: { operatorRing: 12_000, transferRing: 12_000 },
      simulator: { people, settings: { deltaPageSize: pageSize, deltaLatencyMs: 800 } },
    });
    await house.startServer();
    screen = await openPeopleScreen(browser, house.publicUrl, 'Eva Berg');
  });
  afterAll(async () => {
    // Whatever was not opened: a server that is left over would keep the tests from ending.
    await browser?.close();
    await house?.stop();
  });

  const progress = () => readDirectoryProgress(house.store, house.tenant);
  /** Somebody whom the pages come to last: only Microsoft can know them yet. */
  const last = () => {
    const all = [...house.simulator.world.directory.all()];
    const once = all.findLast(
      ({ displayName }) => all.filter((each) => each.displayName === displayName).length === 1,
    );
    if (once === undefined) throw new Error('everybody has a namesake');
    return once;
  };
  const rowOf = (name: string) => new RegExp(`^${RegExp.escape(name)}`);

  it('Microsoft is asked too, that is said, and whom it names can be called', async () => {
    onTestFailed(() => picture(screen.page, 'failed first reading'));
    const { displayName, id } = last();
    await screen.says(/[\d,]+ of about 2,0\d\d people read\. Until then Microsoft is asked too/);
    await screen.look(displayName);
    const row = screen.row(rowOf(displayName)).first();
    await row.waitFor();
    expect(await row.textContent()).toContain('From Microsoft');
    await picture(screen.page, 'first-reading');

    const { control, contoso } = house.simulator;
    await house.dial();
    await screen.page.getByRole('button', { name: /Take/ }).click();
    await until('Eva answers', () => control.answer(contoso.people.eva).ok);
    await screen.page.getByText('Talking', { exact: true }).last().waitFor();
    await screen
      .details()
      .getByRole('button', { name: /^Put through Enter|^Put through$/ })
      .click();
    await until('they are rung and answer', () => control.answer(id).ok);
    await screen.says('Nobody is waiting');
    await until('they talk to the caller', () =>
      control.truth().conversations.some(({ members }) => members.some((member) => member.id === id)),
    );
    expect((await progress()).state).toBe('filling');
    for (const line of control.truth().lines) control.hangUpLine(line.id);
  });

  it('a server dies, and another goes on from its page', async () => {
    onTestFailed(() => picture(screen.page, 'failed first reading goes on'));
    await until('a few pages are read', async () => (await progress()).read >= 3 * pageSize);
    await house.killServer();
    const before = await progress();
    expect(before.state).toBe('filling');
    await house.startServer();
    await until('it is read on', async () => (await progress()).read > before.read);
    house.simulator.control.changeSettings({ deltaLatencyMs: 0, deltaPageSize: 500 });
    await until('everybody is read', async () => (await progress()).state === 'ready');
    // Whoever was read before the power cut was not read again: the same round went on.
    expect((await progress()).read).toBe(people);
    await screen.page
      .getByText(/Connection lost/)
      .first()
      .waitFor({ state: 'hidden' });
  });

  it('the mark goes when everybody is there, and the index answers, typos and all', async () => {
    onTestFailed(() => picture(screen.page, 'failed first reading is over'));
    const { displayName } = last();
    await screen.page.getByText(/people read\. Until then/).waitFor({ state: 'hidden' });
    await screen.choose(displayName, rowOf(displayName));
    await until(
      'the row says nothing of Microsoft',
      async () => !(await screen.row(rowOf(displayName)).first().textContent())?.includes('From Microsoft'),
    );
    await screen.look('sigridur torsdotir');
    await screen.row(/^Sigríður Þórsdóttir/).waitFor();
    await screen.expectNoReload();
  });
});
