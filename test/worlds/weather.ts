import type { FaultChange } from '@switchboard/simulator/faults/fault-settings';

/**
 * What goes wrong at Microsoft. `fair`: nothing. `late`: notices come late, in their order. `lost`: they get lost,
 * doubled, overtaken. `failing`: requests are refused, cut, throttled, or done in silence; mailboxes pick up.
 * `forgetful`: Graph forgets calls. `mistaken`: Graph answers 404 for calls that go on.
 */
export type Climate = 'fair' | 'late' | 'lost' | 'failing' | 'forgetful' | 'mistaken';

/** A third of all worlds are fair. */
export function climateOf(weather: number): Climate {
  if (weather < 33) return 'fair';
  if (weather < 50) return 'lost';
  if (weather < 61) return 'late';
  if (weather < 63) return 'forgetful';
  if (weather < 65) return 'mistaken';
  return 'failing';
}

const kinds = ['call', 'operation', 'roster'] as const;

const chanceOf = (weather: number): number => 0.02 + (weather % 10) / 100;

export function weatherOf(weather: number): FaultChange {
  const p = chanceOf(weather);
  const climate = climateOf(weather);
  switch (climate) {
    case 'fair':
    case 'mistaken':
      return {};
    case 'lost':
      return {
        drop: { probability: p, kinds: [...kinds] },
        double: { probability: p },
        reorder: { probability: p, kinds: [...kinds], minMs: 50, maxMs: 900 },
      };
    case 'late':
      return { delay: { probability: 3 * p, kinds: [...kinds], minMs: 50, maxMs: 1_500 } };
    case 'forgetful':
      return { forget: { probability: 0.03 } };
    default:
      return failing(weather, p);
  }
}

/** How likely a question how a call stands, or the answer to it, gets a 404 though it goes on. */
export const mistakenOf = (weather: number): number => (climateOf(weather) === 'mistaken' ? 0.15 : 0);

function failing(weather: number, p: number): FaultChange {
  const done = weather % 3 === 0 ? 'always' : weather % 3 === 1 ? 'never' : 'sometimes';
  if (weather < 80) {
    return {
      unavailable: { probability: p, done },
      gatewayTimeout: { probability: p, done },
      reset: { probability: p / 2, done },
    };
  }
  if (weather < 90) {
    return {
      throttle: { probability: p, retryAfterSeconds: 2, sticky: weather % 2 === 0 },
      serverError: { probability: p, done },
      silence: { probability: p / 4, done },
    };
  }
  return {
    drop: { probability: p, kinds: [...kinds] },
    unavailable: { probability: p, done },
    throttle: { probability: p / 2, retryAfterSeconds: null },
    voicemail: { probability: 0.2, afterSeconds: 2 },
    otherPickUp: { probability: 0.1, afterSeconds: 2 },
    signedOut: { probability: 0.1 },
  };
}
