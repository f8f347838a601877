/** An AudioContext that can be led to a loudspeaker: https://www.w3.org/TR/webaudio/ names `setSinkId`, TypeScript does not yet. */
type LedContext = AudioContext & { setSinkId?: (deviceId: string) => Promise<void> };

/** Where the sound of a context leaves: by itself, or where it cannot be led, through an element that can. */
export interface SoundRoute {
  /** What sounds is connected to it. */
  readonly entry: AudioNode;
  readonly canChoose: boolean;
  lead(deviceId: string): Promise<void>;
}

export function routeOf(context: AudioContext): SoundRoute {
  const led: LedContext = context;
  if (led.setSinkId !== undefined) {
    return { entry: context.destination, canChoose: true, lead: async (id) => led.setSinkId?.(id) };
  }
  if (!('setSinkId' in HTMLMediaElement.prototype)) {
    return { entry: context.destination, canChoose: false, lead: () => Promise.resolve() };
  }
  const stream = context.createMediaStreamDestination();
  const element = new Audio();
  element.srcObject = stream.stream;
  return {
    entry: stream,
    canChoose: true,
    async lead(deviceId) {
      await element.setSinkId(deviceId);
      await element.play();
    },
  };
}
