import type { HidCollection, HidReportInfo, HidReportItem } from '../../machine/hid.ts';

/** Page of telephones in the HID Usage Tables 1.5 (https://usb.org/document-library/hid-usage-tables-15). */
export const telephonyPage = 0x0b;

/** What a headset tells: page and id. */
const inputUsages = { hook: 0x0b0020, flash: 0x0b0021, drop: 0x0b0026, mute: 0x0b002f } as const;
/** What a headset can show: lights, and the ringer of the telephone page. */
const outputUsages = {
  mute: [0x080009],
  offHook: [0x080017],
  ring: [0x080018, 0x0b009e],
  hold: [0x080020],
} as const;

export type HeadsetInput = keyof typeof inputUsages;
export type HeadsetLight = keyof typeof outputUsages;

interface Field {
  readonly reportId: number;
  /** From the beginning of the report. */
  readonly bit: number;
  readonly size: number;
  /** The field is on or off by this value; of a plain field any but 0. */
  readonly value: number | undefined;
  readonly isAbsolute: boolean;
}

/** Where the keys and lights of a headset are in its reports, by what its descriptor says. */
export interface TelephonyLayout {
  readonly inputs: Readonly<Partial<Record<HeadsetInput, readonly Field[]>>>;
  readonly outputs: Readonly<Partial<Record<HeadsetLight, readonly Field[]>>>;
  /** Bytes of each report that has lights, by its id. */
  readonly outputSizes: ReadonlyMap<number, number>;
}

/** Undefined: this device has no hook switch, so it is no headset that could take a call. */
export function telephonyLayout(collections: readonly HidCollection[]): TelephonyLayout | undefined {
  const ours = collections.filter(({ usagePage }) => usagePage === telephonyPage);
  const inputs = fieldsBy(
    Object.entries(inputUsages).map(([name, usage]) => [name as HeadsetInput, [usage]]),
    ours.flatMap(({ inputReports }) => inputReports ?? []),
  );
  const outputReports = ours.flatMap((each) => each.outputReports ?? []);
  const outputs = fieldsBy(
    Object.entries(outputUsages).map(([name, usages]) => [name as HeadsetLight, usages]),
    outputReports,
  );
  const lit = new Set(Object.values(outputs).flatMap((fields) => fields.map(({ reportId }) => reportId)));
  const outputSizes = new Map(
    outputReports
      .filter(({ reportId }) => lit.has(reportId ?? 0))
      .map((report) => [report.reportId ?? 0, Math.ceil(bitsOf(report) / 8)]),
  );
  return inputs.hook === undefined ? undefined : { inputs, outputs, outputSizes };
}

function fieldsBy<Name extends string>(
  wanted: readonly (readonly [Name, readonly number[]])[],
  reports: readonly HidReportInfo[],
): Partial<Record<Name, readonly Field[]>> {
  const found: Partial<Record<Name, readonly Field[]>> = {};
  for (const [name, usages] of wanted) {
    const fields = reports.flatMap((report) => fieldsOf(report, usages));
    if (fields.length > 0) found[name] = fields;
  }
  return found;
}

/** Items follow each other without gaps; what is constant fills up. */
function fieldsOf({ reportId = 0, items = [] }: HidReportInfo, wanted: readonly number[]): Field[] {
  let bit = 0;
  return items.flatMap((item) => {
    const size = item.reportSize ?? 0;
    const count = item.reportCount ?? 0;
    const begin = bit;
    bit += size * count;
    if (item.isConstant === true || size < 1 || size > 32) return [];
    const isAbsolute = item.isAbsolute !== false;
    const places = wanted.flatMap((usage) => placesOf(item, usage, count));
    return places.map(({ index, value }) => ({
      reportId,
      bit: begin + index * size,
      size,
      value,
      isAbsolute,
    }));
  });
}

interface Place {
  readonly index: number;
  readonly value: number | undefined;
}

/** A field of its own for each usage; of an array each field may hold the number of any usage. */
function placesOf(item: HidReportItem, usage: number, count: number): readonly Place[] {
  const at = positionOf(item, usage);
  if (at === undefined) return [];
  if (item.isArray !== true) return at < count ? [{ index: at, value: undefined }] : [];
  const value = at + (item.logicalMinimum ?? 0);
  return Array.from({ length: Math.min(count, mostFields) }, (_, index) => ({ index, value }));
}

/** More than any headset has keys: a descriptor that says so is wrong. */
const mostFields = 64;

function positionOf(
  { isRange, usages, usageMinimum, usageMaximum }: HidReportItem,
  usage: number,
): number | undefined {
  if (isRange !== true) {
    const at = usages?.indexOf(usage) ?? -1;
    return at < 0 ? undefined : at;
  }
  if (usageMinimum === undefined || usageMaximum === undefined) return undefined;
  return usage >= usageMinimum && usage <= usageMaximum ? usage - usageMinimum : undefined;
}

const bitsOf = ({ items = [] }: HidReportInfo): number =>
  items.reduce((sum, { reportSize = 0, reportCount = 0 }) => sum + reportSize * reportCount, 0);

/** A key as a report tells it. */
export interface KeyTold {
  readonly input: HeadsetInput;
  readonly isOn: boolean;
  /** The report tells the state of the key; otherwise each "on" is one press. */
  readonly isAbsolute: boolean;
}

/** The keys of which a report tells. A report that is too short tells of nothing beyond its end. */
export function readKeys({ inputs }: TelephonyLayout, reportId: number, data: DataView): readonly KeyTold[] {
  return (Object.keys(inputs) as HeadsetInput[]).flatMap((input) => {
    const fields = (inputs[input] ?? []).filter(
      (field) => field.reportId === reportId && field.bit + field.size <= data.byteLength * 8,
    );
    const [first] = fields;
    if (first === undefined) return [];
    const isOn = fields.some((field) => {
      const value = readBits(data, field);
      return field.value === undefined ? value !== 0 : value === field.value;
    });
    return [{ input, isOn, isAbsolute: first.isAbsolute }];
  });
}

function readBits(data: DataView, { bit, size }: Field): number {
  let value = 0;
  for (let n = 0; n < size; n += 1) {
    const at = bit + n;
    value += ((data.getUint8(at >> 3) >> (at & 7)) & 1) * 2 ** n;
  }
  return value;
}

/** The reports that make these lights shine, and no other. */
export function writeLights(
  { outputs, outputSizes }: TelephonyLayout,
  lights: ReadonlySet<HeadsetLight>,
): readonly { readonly reportId: number; readonly data: Uint8Array<ArrayBuffer> }[] {
  const reports = new Map(Array.from(outputSizes, ([id, bytes]) => [id, new Uint8Array(bytes)]));
  for (const light of lights) {
    for (const { reportId, bit, size, value = 1 } of outputs[light] ?? []) {
      const data = reports.get(reportId);
      for (let n = 0; n < size; n += 1) {
        const at = bit + n;
        if (data !== undefined && Math.floor(value / 2 ** n) % 2 === 1)
          data[at >> 3] = (data[at >> 3] ?? 0) | (1 << (at & 7));
      }
    }
  }
  return Array.from(reports, ([reportId, data]) => ({ reportId, data }));
}
