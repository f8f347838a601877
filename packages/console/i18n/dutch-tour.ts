import type { tour as english } from './english-tour.ts';

export const tour: typeof english = {
  menu: 'Rondleiding',
  region: 'Rondleiding',
  place: (place, count) => `${place} van ${count}`,
  next: 'Volgende',
  back: 'Terug',
  close: 'Overslaan',
  done: 'Klaar',
  step: (name, cap) => {
    switch (name) {
      case 'welcome':
        return {
          title: 'Eén minuut langs de console',
          text: 'Alles heeft hier een toets, en die staat op de knop. Enter gaat verder, Esc beëindigt de rondleiding. Een gesprek gaat altijd voor: de rondleiding maakt er plaats voor.',
        };
      case 'take':
        return {
          title: 'Gesprekken',
          text: `Hier staan de gesprekken die wachten. ${cap('go')} neemt het volgende aan: uw Teams gaat over, daar neemt u op. ${cap('focusCalls')} gaat naar de gesprekken, waar letters werken.`,
        };
      case 'find':
        return {
          title: 'Personen',
          text: `Typ gewoon, waar u ook bent: een naam, een afdeling, een nummer. ${cap('chooseNext')} kiest een ander. De beste is al gekozen.`,
        };
      case 'putThrough':
        return {
          title: 'Doorverbinden',
          text: `${cap('go')} verbindt de beller door met de gekozen persoon. ${cap('ask')} houdt eerst ruggespraak. Neemt niemand op, dan komt de beller bij u terug, met de reden.`,
        };
      case 'back':
        return {
          title: 'Er gaat niets verloren',
          text: `${cap('holdOrResume')} zet in de wacht en hervat. ${cap('stepBack')} gaat een stap terug: wist de zoekopdracht, haalt dan terug wat overgaat, en hangt nooit op.`,
        };
      case 'listen':
        return {
          title: 'Hoe het staat',
          text: `${cap('saySituation')} zegt het in één zin; ${cap('readLine')} gaat naar de regel die het altijd toont. ${cap('showKeys')} geeft alle toetsen. De rondleiding staat in het menu van uw account.`,
        };
      default:
        return name satisfies never;
    }
  },
};
