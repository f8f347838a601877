import type { Hid, HidCollection, HidDevice, HidInputReport } from '../machine/hid.ts';

/** As the descriptors of common headsets are: a hook and a mute key in one byte, lights in another. */
export const usualHeadset: readonly HidCollection[] = [
  {
    usagePage: 0x0b,
    usage: 0x05,
    inputReports: [
      {
        reportId: 2,
        items: [
          { isAbsolute: true, usages: [0x0b0020], reportSize: 1, reportCount: 1 },
          { isAbsolute: false, usages: [0x0b0021, 0x0b002f], reportSize: 1, reportCount: 2 },
          { isConstant: true, reportSize: 5, reportCount: 1 },
        ],
      },
    ],
    outputReports: [
      {
        reportId: 3,
        items: [
          { usages: [0x080017, 0x080009], reportSize: 1, reportCount: 2 },
          { isConstant: true, reportSize: 1, reportCount: 6 },
          { usages: [0x080018], reportSize: 1, reportCount: 1 },
          { isConstant: true, reportSize: 7, reportCount: 1 },
        ],
      },
    ],
  },
];

/** A headset whose keys a test presses. */
export class FakeHeadset implements HidDevice {
  readonly productName: string;
  readonly collections: readonly HidCollection[];
  opened = false;
  isBroken = false;
  isForgotten = false;
  /** Every report that it was sent, as `3: 1 0`. */
  readonly sent: string[] = [];
  readonly #hearers: ((report: HidInputReport) => void)[] = [];

  constructor(productName = 'Contoso Headset', collections = usualHeadset) {
    this.productName = productName;
    this.collections = collections;
  }

  open(): Promise<void> {
    if (this.isBroken) return Promise.reject(new Error('it is in use'));
    this.opened = true;
    return Promise.resolve();
  }
  close(): Promise<void> {
    this.opened = false;
    return Promise.resolve();
  }
  forget(): Promise<void> {
    this.isForgotten = true;
    return this.close();
  }
  sendReport(reportId: number, data: Uint8Array): Promise<void> {
    this.sent.push(`${reportId}: ${data.join(' ')}`);
    return Promise.resolve();
  }
  addEventListener(_type: 'inputreport', listener: (report: HidInputReport) => void): void {
    this.#hearers.push(listener);
  }
  tell(reportId: number, ...bytes: number[]): void {
    const data = new DataView(Uint8Array.from(bytes).buffer);
    for (const hear of this.#hearers) hear({ reportId, data });
  }
}

type Listener = (event: { readonly device: HidDevice }) => void;

/** A browser's headsets. */
export class FakeHid implements Hid {
  /** Allowed, and plugged in. */
  readonly granted: FakeHeadset[] = [];
  /** What the operator will choose. */
  offered: readonly FakeHeadset[] = [];
  readonly #listeners = new Map<string, Listener[]>();

  getDevices(): Promise<readonly HidDevice[]> {
    return Promise.resolve([...this.granted]);
  }
  requestDevice(): Promise<readonly HidDevice[]> {
    this.granted.push(...this.offered);
    return Promise.resolve(this.offered);
  }
  addEventListener(type: 'connect' | 'disconnect', listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
  plug(device: FakeHeadset): void {
    this.granted.push(device);
    for (const tell of this.#listeners.get('connect') ?? []) tell({ device });
  }
  unplug(device: FakeHeadset): void {
    this.granted.splice(this.granted.indexOf(device), 1);
    device.opened = false;
    for (const tell of this.#listeners.get('disconnect') ?? []) tell({ device });
  }
}
