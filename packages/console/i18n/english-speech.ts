import type { SpeechLevel } from '@switchboard/contract/preferences/speech';

/** The settings of what is said aloud. */
export const speech = {
  level: 'What is said aloud',
  levels: {
    brief: 'Brief: your own calls, what is offered to you, and what cannot wait',
    normal: 'Normal: also what becomes of other calls and of the queues',
    full: 'Full: with numbers, how many wait, and what a key would do next',
  } satisfies Record<SpeechLevel, string>,
  lineWidth: 'Characters of the one line',
  lineWidthHint: 'As many as your braille display has cells, from 20 to 80',
};
