/** The ways in which Microsoft's pages differ from each other, carried everywhere. */
export const manners = {
  'as documented': (body: unknown) => body,
  'with enum members in capitals': (body: unknown) =>
    mapped(body, (key, value) => [key, shouted(key, value)]),
  'with unknown properties and enum members': (body: unknown) => withUnknown(body),
  'with subCode for subcode, and numbers as text': (body: unknown) =>
    mapped(body, (key, value) => [
      key === 'subcode' ? 'subCode' : key,
      typeof value === 'number' ? String(value) : value,
    ]),
} as const;

const enumProperties = [
  'type',
  'daysOfWeek',
  'dayOfWeek',
  'state',
  'status',
  'changeType',
  'direction',
  'endpointType',
  'availability',
  'activity',
];

const shouted = (key: string, value: unknown): unknown =>
  enumProperties.includes(key) && typeof value === 'string' ? value.toUpperCase() : value;

function mapped(
  value: unknown,
  change: (key: string, value: unknown) => readonly [string, unknown],
): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => change(key, mapped(inner, change))));
}

function withUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknown);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, item]) => [key, withUnknown(item)]);
  return {
    ...Object.fromEntries(inner),
    fromTheFuture: { '@odata.type': '#microsoft.graph.news', kind: 'unheardOf' },
  };
}
