/** The part of WebHID that is used; not in TypeScript's library: https://wicg.github.io/webhid/ (read 2026-11-29). */
export interface HidReportItem {
  readonly isAbsolute?: boolean;
  readonly isArray?: boolean;
  readonly isConstant?: boolean;
  readonly isRange?: boolean;
  /** Page and id in one number: `0x0B0020`. */
  readonly usages?: readonly number[];
  readonly usageMinimum?: number;
  readonly usageMaximum?: number;
  /** Bits of one field. */
  readonly reportSize?: number;
  /** Fields. */
  readonly reportCount?: number;
  readonly logicalMinimum?: number;
}

export interface HidReportInfo {
  readonly reportId?: number;
  readonly items?: readonly HidReportItem[];
}

/** A collection of the top holds every field of its reports, those of the collections within it too. */
export interface HidCollection {
  readonly usagePage?: number;
  readonly usage?: number;
  readonly inputReports?: readonly HidReportInfo[];
  readonly outputReports?: readonly HidReportInfo[];
}

export interface HidInputReport {
  readonly reportId: number;
  /** Without the id. */
  readonly data: DataView;
}

export interface HidDevice {
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: readonly HidCollection[];
  open(): Promise<void>;
  close(): Promise<void>;
  forget(): Promise<void>;
  sendReport(reportId: number, data: Uint8Array<ArrayBuffer>): Promise<void>;
  addEventListener(type: 'inputreport', listener: (report: HidInputReport) => void): void;
}

export interface Hid {
  /** Those that the operator has allowed before. */
  getDevices(): Promise<readonly HidDevice[]>;
  /** Within a click: the operator chooses, or nobody is chosen. */
  requestDevice(options: {
    readonly filters: readonly { readonly usagePage: number }[];
  }): Promise<readonly HidDevice[]>;
  addEventListener(
    type: 'connect' | 'disconnect',
    listener: (event: { readonly device: HidDevice }) => void,
  ): void;
}

/** Absent: the browser has none (Firefox, Safari), or the page has no secure connection. */
export const browserHid = (): Hid | undefined => (navigator as Navigator & { readonly hid?: Hid }).hid;
