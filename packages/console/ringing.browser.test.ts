import { must } from '@switchboard/kit/assert';
import { describe, expect, it } from 'vitest';
import { cannotBrowse } from './testing/browser.testing.ts';
import { useBrowserStage } from './testing/browser-stage.testing.ts';
import { waitingCall } from './testing/sample-office.testing.ts';

/** What Web Audio was told, how a headset is pressed: put into the page before the console begins. */
interface Probe {
  /** Loops that sound now. */
  rings: number;
  press: (...bytes: number[]) => void;
  notices: { title: string; click: () => void }[];
}
type Probed = Window & typeof globalThis & { probe: Probe };

/** A headset with a hook, and counters on what sounds and what is shown. */
function probePage(): void {
  const probe: Probe = { rings: 0, press: () => {}, notices: [] };
  (window as Probed).probe = probe;
  const { start, stop } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...when) {
    if (this.loop) probe.rings += 1;
    start.apply(this, when);
  };
  AudioBufferSourceNode.prototype.stop = function (...when) {
    if (this.loop) probe.rings -= 1;
    stop.apply(this, when);
  };
  const headset = {
    productName: 'Contoso Headset',
    opened: false,
    collections: [
      {
        usagePage: 11,
        inputReports: [{ reportId: 1, items: [{ usages: [0x0b0020], reportSize: 1, reportCount: 1 }] }],
      },
    ],
    open: () => Promise.resolve(),
    addEventListener(_: string, hear: (report: { reportId: number; data: DataView }) => void) {
      probe.press = (...bytes) => hear({ reportId: 1, data: new DataView(Uint8Array.from(bytes).buffer) });
    },
  };
  const hid = {
    getDevices: () => Promise.resolve([]),
    requestDevice: () => Promise.resolve([headset]),
    addEventListener: () => {},
  };
  Object.defineProperty(navigator, 'hid', { value: hid });
}

/** In place of the desktop's, which no test can see. */
function probeNotices(): void {
  class Notice extends EventTarget {
    static permission = 'granted';
    readonly title: string;
    constructor(title: string) {
      super();
      this.title = title;
      (window as Probed).probe.notices.push({ title, click: () => this.dispatchEvent(new Event('click')) });
    }
    close(): void {
      const { probe } = window as Probed;
      probe.notices = probe.notices.filter(({ title }) => title !== this.title);
    }
  }
  Object.defineProperty(window, 'Notification', { value: Notice });
}

describe.skipIf(cannotBrowse)('A desk in a browser', () => {
  const stage = useBrowserStage();
  const settings = () => stage.page.getByRole('dialog', { name: 'Settings' });
  const rings = () => stage.page.evaluate(() => (window as Probed).probe.rings);

  it('rings only after a click, says so before, in one window, and stops at once', async () => {
    await stage.page.addInitScript(probePage);
    await stage.open();
    stage.server.put(waitingCall(Date.now()));
    const note = stage.page.getByRole('button', { name: 'Sound is off until you click' });
    await note.waitFor();
    await stage.picture('sound-blocked');
    expect(await rings()).toBe(0);
    await note.click();
    await note.waitFor({ state: 'detached' });
    await expect.poll(rings).toBe(1);

    const other = await stage.page.context().newPage();
    await other.addInitScript(probePage);
    await other.goto(stage.address);
    await other.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
    await other.keyboard.press('Control+,');
    await other.getByText('Another window of this browser rings.').waitFor();
    expect(await other.evaluate(() => (window as Probed).probe.rings)).toBe(0);
    await other.close();

    stage.server.put(waitingCall(Date.now(), { state: 'ended', ended: 'callerHungUp', can: [] }));
    await expect.poll(rings).toBe(0);
  });

  it('shows a notice while it is not in front, and comes to the call by a click on it', async () => {
    await stage.page.addInitScript(probePage);
    await stage.page.addInitScript(probeNotices);
    await stage.open();
    const titles = () =>
      stage.page.evaluate(() => (window as Probed).probe.notices.map(({ title }) => title));
    await stage.page.evaluate(() => {
      document.hasFocus = () => false;
      window.dispatchEvent(new Event('blur'));
    });
    stage.server.put(waitingCall(Date.now()));
    await expect.poll(titles).toEqual(['Call waiting: Mrs J. Smith']);
    await stage.page.evaluate(() => (window as Probed).probe.notices[0]?.click());
    await expect
      .poll(() =>
        stage.page.evaluate(() =>
          document.activeElement?.closest('[data-call-id]')?.getAttribute('data-call-id'),
        ),
      )
      .toBe('call-1');
    const icon = stage.page.locator('link[rel="icon"]');
    await expect.poll(() => icon.getAttribute('href')).toContain('data:image/png');
    stage.server.put(waitingCall(Date.now(), { state: 'ended', ended: 'callerHungUp', can: [] }));
    await expect.poll(titles).toEqual([]);
    await expect.poll(() => icon.getAttribute('href')).toContain('.svg');
  });

  it('takes a call by the headset that was connected in the settings', async () => {
    await stage.page.addInitScript(probePage);
    await stage.open();
    await stage.page.keyboard.press('Control+,');
    await settings().getByRole('tab', { name: 'Headset' }).click();
    await stage.page.getByRole('button', { name: 'Connect a headset' }).click();
    await stage.page.getByText('Contoso Headset is connected. Keys: hook.').waitFor();
    stage.server.put(waitingCall(Date.now()));
    await expect.poll(rings).toBe(1);
    await stage.page.evaluate(() => (window as Probed).probe.press(1));
    await expect.poll(() => stage.commands()).toEqual(['accept']);
  });

  it('can be installed: its manifest and icons are there, and Chromium finds nothing amiss', async () => {
    await stage.open();
    const session = await stage.page.context().newCDPSession(stage.page);
    const { errors, data } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(must(data, 'a manifest')) as { icons: { src: string; sizes: string }[] };
    for (const { src, sizes } of manifest.icons) {
      const size = await stage.page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return `${image.width}x${image.height}`;
      }, src);
      expect(size).toBe(sizes);
    }
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
      [],
    );
  });
});

describe.skipIf(cannotBrowse)('The settings in a browser', () => {
  const stage = useBrowserStage();
  const settings = () => stage.page.getByRole('dialog', { name: 'Settings' });
  const tabs = ['Sounds', 'Notices', 'Headset', 'Look', 'Keys', 'Speech', 'App and screen'];

  it('open by their key and are walked by keys', async () => {
    await stage.page.addInitScript(probePage);
    await stage.open();
    await stage.page.keyboard.press('Control+,');
    await settings().getByRole('tab', { name: 'Sounds', selected: true }).focus();
    for (const name of tabs) {
      await settings().getByRole('tab', { name, selected: true }).waitFor();
      await stage.page.keyboard.press('ArrowDown');
    }
    await stage.page.keyboard.press('Escape');
    await settings().waitFor({ state: 'detached' });
  });

  it('hold at once and on the server, and follow another window of the operator', async () => {
    await stage.open();
    await stage.page.getByRole('button', { name: 'Eva' }).click();
    await stage.page.getByRole('menuitem', { name: /Settings/ }).click();
    await settings().getByRole('tab', { name: 'Look' }).click();
    await stage.page.getByRole('radio', { name: 'Like the system' }).focus();
    await stage.page.keyboard.press('ArrowDown');
    await stage.page.keyboard.press('ArrowDown');
    await expect.poll(() => stage.server.sections.look?.value).toEqual({ theme: 'dark' });
    const sections = { look: { version: 9, value: { theme: 'contrast' } } };
    stage.server.say({ type: 'preferences', sections });
    await stage.page.getByRole('radio', { name: 'High contrast', checked: true }).waitFor();

    await settings().getByRole('tab', { name: 'App and screen' }).click();
    await stage.page.getByRole('switch', { name: 'Keep the screen on' }).click();
    await stage.page.getByText('The screen stays on.').waitFor();
  });
});
