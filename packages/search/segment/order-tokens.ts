/** Numbers of the tokens in the order of their UTF-16 units, put in order by their first two units. */
export function* orderTokens(tokens: readonly string[]): Generator<void, Uint32Array> {
  const buckets = new Map<string, number[]>();
  for (const [number, token] of tokens.entries()) {
    const start = token.slice(0, 2);
    const bucket = buckets.get(start);
    if (bucket === undefined) buckets.set(start, [number]);
    else bucket.push(number);
    if (number % 20_000 === 0) yield;
  }
  const order = new Uint32Array(tokens.length);
  let place = 0;
  for (const start of [...buckets.keys()].toSorted(byUnits)) {
    const bucket = buckets.get(start) ?? [];
    bucket.sort((one, other) => byUnits(tokens[one] ?? '', tokens[other] ?? ''));
    order.set(bucket, place);
    place += bucket.length;
    yield;
  }
  return order;
}

const byUnits = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
