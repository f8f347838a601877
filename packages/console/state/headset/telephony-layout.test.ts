import { must } from '@switchboard/kit/assert';
import { describe, expect, it } from 'vitest';
import type { HidCollection, HidReportItem } from '../../machine/hid.ts';
import { readKeys, telephonyLayout, writeLights } from './telephony-layout.ts';

const telephone = (
  input: readonly HidReportItem[],
  output: readonly HidReportItem[] = [],
): HidCollection => ({
  usagePage: 0x0b,
  inputReports: [{ reportId: 1, items: input }],
  outputReports: output.length === 0 ? [] : [{ reportId: 4, items: output }],
});
const layoutOf = (...collections: HidCollection[]) => must(telephonyLayout(collections), 'a layout');
const on = (layout: ReturnType<typeof layoutOf>, ...bytes: number[]): readonly string[] =>
  readKeys(layout, 1, new DataView(Uint8Array.from(bytes).buffer)).flatMap(({ input, isOn }) =>
    isOn ? [input] : [],
  );

describe('The layout of a headset', () => {
  it('counts what fills up, and fields that cross bytes', () => {
    const layout = layoutOf(
      telephone([
        { isConstant: true, reportSize: 7, reportCount: 1 },
        { usages: [0x0b0020], reportSize: 2, reportCount: 1 },
        { usages: [0x0b002f], reportSize: 1, reportCount: 1 },
      ]),
    );
    expect([on(layout, 0, 0), on(layout, 0x80, 0), on(layout, 0, 1), on(layout, 0, 2)]).toEqual([
      [],
      ['hook'],
      ['hook'],
      ['mute'],
    ]);
  });

  it('follows a range of usages, one bit each', () => {
    const range = {
      isRange: true,
      usageMinimum: 0x0b0020,
      usageMaximum: 0x0b002f,
      reportSize: 1,
      reportCount: 16,
    };
    const layout = layoutOf(telephone([range]));
    expect([on(layout, 1, 0), on(layout, 0, 0x80), on(layout, 0x40, 0)]).toEqual([
      ['hook'],
      ['mute'],
      ['drop'],
    ]);
  });

  it('follows an array, whose fields hold the number of whichever key is pressed', () => {
    const array = {
      isArray: true,
      usages: [0x0b0020, 0x0b0021, 0x0b002f],
      logicalMinimum: 1,
      reportSize: 4,
      reportCount: 2,
    };
    const layout = layoutOf(telephone([array]));
    expect([on(layout, 0), on(layout, 1), on(layout, 0x31), on(layout, 2)]).toEqual([
      [],
      ['hook'],
      ['hook', 'mute'],
      ['flash'],
    ]);
  });

  it('is none without a hook, whatever else the device is', () => {
    expect(
      telephonyLayout([telephone([{ usages: [0x0b002f], reportSize: 1, reportCount: 1 }])]),
    ).toBeUndefined();
    const consumer = {
      ...telephone([{ usages: [0x0b0020], reportSize: 1, reportCount: 1 }]),
      usagePage: 0x0c,
    };
    expect(telephonyLayout([consumer])).toBeUndefined();
    expect(telephonyLayout([])).toBeUndefined();
  });

  it('writes each light where the descriptor has it, the ringer of the telephone page too', () => {
    const hook = { usages: [0x0b0020], reportSize: 1, reportCount: 1 };
    const layout = layoutOf(
      telephone(
        [hook],
        [
          { isConstant: true, reportSize: 3, reportCount: 1 },
          { usages: [0x080017, 0x0b009e, 0x080020], reportSize: 1, reportCount: 3 },
          { isConstant: true, reportSize: 2, reportCount: 1 },
          { usages: [0x080009], reportSize: 8, reportCount: 1 },
        ],
      ),
    );
    const bytes = (...lights: Parameters<typeof writeLights>[1] extends ReadonlySet<infer L> ? L[] : never) =>
      writeLights(layout, new Set(lights)).map(({ reportId, data }) => [reportId, ...data]);
    expect([bytes(), bytes('offHook'), bytes('ring', 'mute'), bytes('hold')]).toEqual([
      [[4, 0, 0]],
      [[4, 8, 0]],
      [[4, 16, 1]],
      [[4, 32, 0]],
    ]);
  });

  it('survives descriptors that make no sense', () => {
    for (const item of [{}, { usages: [0x0b0020], reportSize: 1e9, reportCount: 1 }, { usages: [0x0b0020] }])
      expect(telephonyLayout([telephone([item])])).toBeUndefined();
    const layout = layoutOf(
      telephone([{ isArray: true, usages: [0x0b0020], reportSize: 1, reportCount: 1e9, logicalMinimum: 1 }]),
    );
    expect(on(layout, 1)).toEqual(['hook']);
  });
});
