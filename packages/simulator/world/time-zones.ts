import type { Instant } from '@switchboard/kit/clock';

/** Windows' name and the zone of the IANA database: those of CLDR's windowsZones that sample tenants use. */
const zones: readonly (readonly [windows: string, iana: string])[] = [
  ['UTC', 'Etc/UTC'],
  ['GMT Standard Time', 'Europe/London'],
  ['Greenwich Standard Time', 'Atlantic/Reykjavik'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Romance Standard Time', 'Europe/Paris'],
  ['Central Europe Standard Time', 'Europe/Budapest'],
  ['Central European Standard Time', 'Europe/Warsaw'],
  ['E. Europe Standard Time', 'Europe/Chisinau'],
  ['FLE Standard Time', 'Europe/Kiev'],
  ['GTB Standard Time', 'Europe/Bucharest'],
  ['Turkey Standard Time', 'Europe/Istanbul'],
  ['Arabian Standard Time', 'Asia/Dubai'],
  ['India Standard Time', 'Asia/Kolkata'],
  ['Singapore Standard Time', 'Asia/Singapore'],
  ['China Standard Time', 'Asia/Shanghai'],
  ['Tokyo Standard Time', 'Asia/Tokyo'],
  ['AUS Eastern Standard Time', 'Australia/Sydney'],
  ['New Zealand Standard Time', 'Pacific/Auckland'],
  ['E. South America Standard Time', 'America/Sao_Paulo'],
  ['Eastern Standard Time', 'America/New_York'],
  ['Central Standard Time', 'America/Chicago'],
  ['Mountain Standard Time', 'America/Denver'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
];

const ianaOfWindows = new Map(zones.map(([windows, iana]) => [windows.toLowerCase(), iana]));
const windowsOfIana = new Map(zones.map(([windows, iana]) => [iana, windows]));
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** A zone by its Windows or its IANA name; undefined for a name that is none. */
export function zoneOf(name: string): string | undefined {
  const known = ianaOfWindows.get(name.toLowerCase());
  if (known !== undefined) return known;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // The name came from outside; whoever asked is told that there is no such zone.
    return undefined;
  }
}

/** As Exchange writes it; the IANA name where Windows has none here. */
export const windowsName = (zone: string): string => windowsOfIana.get(zone) ?? zone;

const hourMs = 3_600_000;
/** Kept so many at most: a bench asks about the same few zones and hours over and over. */
const mostOffsets = 5_000;

/** Milliseconds that the zone's clocks are ahead of UTC. */
export function offsetAt(zone: string, instant: Instant): number {
  const key = `${zone} ${Math.floor(instant / hourMs)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostOffsets) offsets.clear();
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const text = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(text) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * hourMs + Number(minutes) * 60_000);
  offsets.set(key, offset);
  return offset;
}

/** The moment at which the zone's clocks show this; `wall` counts as if they showed UTC. */
export function instantOf(zone: string, wall: number): Instant {
  const guess = wall - offsetAt(zone, wall);
  return wall - offsetAt(zone, guess);
}

export const wallOf = (zone: string, instant: Instant): number => instant + offsetAt(zone, instant);
