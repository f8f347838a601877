import type { speech as english } from './english-speech.ts';

export const speech: typeof english = {
  level: 'Was laut gesagt wird',
  levels: {
    brief: 'Knapp: Ihre eigenen Anrufe, was Ihnen angeboten wird, und was nicht warten kann',
    normal: 'Normal: auch, was aus anderen Anrufen und den Warteschlangen wird',
    full: 'Voll: mit Nummern, wie viele warten, und was eine Taste jetzt täte',
  },
  lineWidth: 'Zeichen der Statuszeile',
  lineWidthHint: 'So viele, wie Ihre Braillezeile Module hat, von 20 bis 80',
};
