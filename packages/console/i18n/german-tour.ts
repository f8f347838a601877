import type { tour as english } from './english-tour.ts';

export const tour: typeof english = {
  menu: 'Rundgang',
  region: 'Rundgang',
  place: (place, count) => `${place} von ${count}`,
  next: 'Weiter',
  back: 'Zurück',
  close: 'Überspringen',
  done: 'Fertig',
  step: (name, cap) => {
    switch (name) {
      case 'welcome':
        return {
          title: 'Eine Minute durch die Konsole',
          text: 'Alles hat hier eine Taste, und sie steht auf der Schaltfläche. Enter geht weiter, Esc beendet den Rundgang. Ein Anruf geht immer vor: Der Rundgang macht ihm Platz.',
        };
      case 'take':
        return {
          title: 'Anrufe',
          text: `Hier stehen die wartenden Anrufe. ${cap('go')} nimmt den nächsten an: Ihr Teams klingelt, dort nehmen Sie ab. ${cap('focusCalls')} führt zu den Anrufen, wo Buchstaben wirken.`,
        };
      case 'find':
        return {
          title: 'Personen',
          text: `Tippen Sie einfach, wo Sie auch sind: einen Namen, eine Abteilung, eine Nummer. ${cap('chooseNext')} wählt jemand anderen. Die beste Person ist schon gewählt.`,
        };
      case 'putThrough':
        return {
          title: 'Verbinden',
          text: `${cap('go')} verbindet den Anrufer mit der gewählten Person. ${cap('ask')} hält zuerst Rückfrage. Nimmt niemand ab, kommt der Anrufer zu Ihnen zurück, mit dem Grund.`,
        };
      case 'back':
        return {
          title: 'Nichts geht verloren',
          text: `${cap('holdOrResume')} hält und holt zurück. ${cap('stepBack')} geht einen Schritt zurück: leert die Suche, nimmt dann zurück, was klingelt, und legt nie auf.`,
        };
      case 'listen':
        return {
          title: 'Wie es steht',
          text: `${cap('saySituation')} sagt es in einem Satz; ${cap('readLine')} führt zur Zeile, die es immer zeigt. ${cap('showKeys')} nennt alle Tasten. Der Rundgang ist im Menü Ihres Kontos.`,
        };
      default:
        return name satisfies never;
    }
  },
};
