import { lowerBound } from './lower-bound.ts';

/** So many are put in order at a time, to leave room for queries in between. */
const bucketSize = 4_096;

/** Numbers of the keys in ascending order of the keys; equal keys stay as they came. */
export function* orderByKeys(keys: Float64Array): Generator<void, Uint32Array> {
  const splitters = splittersOf(keys);
  const starts = new Uint32Array(splitters.length + 2);
  const bucketOf = new Uint16Array(keys.length);
  for (let n = 0; n < keys.length; n += 1) {
    const key = keys[n] ?? 0;
    const bucket = lowerBound(0, splitters.length, (place) => (splitters[place] ?? 0) <= key);
    bucketOf[n] = bucket;
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    if (n % 20_000 === 0) yield;
  }
  for (let bucket = 0; bucket <= splitters.length; bucket += 1) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const order = new Uint32Array(keys.length);
  const next = starts.slice();
  for (let n = 0; n < keys.length; n += 1) {
    const bucket = bucketOf[n] ?? 0;
    const place = next[bucket] ?? 0;
    order[place] = n;
    next[bucket] = place + 1;
  }
  for (let bucket = 0; bucket <= splitters.length; bucket += 1) {
    order
      .subarray(starts[bucket], starts[bucket + 1])
      .sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other);
    yield;
  }
  return order;
}

/** Keys of a sample that cut the whole into buckets of about the same size. */
function splittersOf(keys: Float64Array): Float64Array {
  const buckets = Math.min(60_000, Math.ceil(keys.length / bucketSize));
  const sample = new Float64Array(Math.max(0, (buckets - 1) * 8));
  for (let n = 0; n < sample.length; n += 1)
    sample[n] = keys[Math.floor((n / sample.length) * keys.length)] ?? 0;
  sample.sort();
  return Float64Array.from({ length: Math.max(0, buckets - 1) }, (_, n) => sample[(n + 1) * 8 - 1] ?? 0);
}
