import type { speech as english } from './english-speech.ts';

export const speech: typeof english = {
  level: 'Wat er wordt uitgesproken',
  levels: {
    brief: 'Kort: uw eigen gesprekken, wat u wordt aangeboden, en wat niet kan wachten',
    normal: 'Normaal: ook wat er van andere gesprekken en van de wachtrijen wordt',
    full: 'Volledig: met nummers, hoeveel er wachten, en wat een toets nu zou doen',
  },
  lineWidth: 'Tekens van de statusregel',
  lineWidthHint: 'Zoveel als uw brailleregel cellen heeft, van 20 tot 80',
};
