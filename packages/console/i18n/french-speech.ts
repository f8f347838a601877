import type { speech as english } from './english-speech.ts';

export const speech: typeof english = {
  level: 'Ce qui est dit à voix haute',
  levels: {
    brief: 'Bref : vos propres appels, ce qui vous est proposé, et ce qui ne peut pas attendre',
    normal: 'Normal : aussi ce que deviennent les autres appels et les files',
    full: 'Complet : avec les nombres, combien attendent, et ce que ferait une touche',
  },
  lineWidth: 'Caractères de la ligne d’état',
  lineWidthHint: 'Autant que votre plage braille a de cellules, de 20 à 80',
};
