import type { refusals as english } from './english-refusals.ts';

export const refusals: typeof english = {
  callGone: () => 'dieser Anruf ist vorbei.',
  callTaken: ({ by }) => `${by ?? 'jemand anderes'} hat diesen Anruf angenommen.`,
  notYourCall: ({ by }) => `dieser Anruf ist bei ${by ?? 'jemand anderem'}.`,
  notNow: () => 'der Anruf ist schon weiter. Sehen Sie ihn an und wählen Sie neu.',
  busy: () => 'Sie sind im Gespräch. Halten oder verbinden Sie es zuerst.',
  notSignedIn: () => 'Ihre Sitzung ist vorbei. Melden Sie sich wieder an.',
  notInQueue: () => 'Sie bedienen diese Warteschlange nicht.',
  targetUnknown: () => 'diese Person ist nicht mehr im Verzeichnis. Suchen Sie neu.',
  targetIsYou: () => 'ein Anrufer kann nicht mit Ihnen selbst verbunden werden.',
  targetIsThere: () => 'diese Person ist schon in diesem Gespräch. Wählen Sie jemand anderen.',
  notOffered: () => 'dieser Anruf wird jetzt anderen angeboten.',
  slotTaken: () => 'auf diesem Platz ist schon ein Anruf geparkt. Wählen Sie einen anderen.',
  noSlotFree: () => 'alle Plätze sind belegt. Entparken Sie zuerst einen Anruf.',
  sameQueue: () => 'der Anruf ist schon in dieser Warteschlange. Wählen Sie eine andere.',
  queueUnknown: () => 'diese Warteschlange gibt es nicht mehr. Suchen Sie neu.',
  numberInvalid: () =>
    'das ist keine Telefonnummer. Prüfen Sie die Ziffern, oder tippen Sie sie mit + und Landesvorwahl.',
  noNumber: () => 'das Verzeichnis hat keine solche Nummer dieser Person. Wählen Sie eine andere Leitung.',
  personUnknown: () => 'diese Person gibt es nicht mehr. Suchen Sie neu.',
  notYours: () => 'das wird dort geändert, wo es herkommt, nicht hier.',
  tooManyKept: () => 'für mehr ist kein Platz. Entfernen Sie zuerst etwas.',
  callBackGone: ({ by }) =>
    by === undefined ? 'dieser Rückruf ist erledigt.' : `${by} hat diesen Rückruf schon.`,
  noWay: ({ field }) =>
    field === 'chat' ? 'diese Person hat hier kein Teams-Konto.' : 'es ist keine E-Mail-Adresse bekannt.',
  messageGone: () => 'diese Nachricht ist nicht mehr da.',
  malformed: ({ field }) =>
    `der Server hat ${field === undefined ? 'das' : `„${field}“`} nicht verstanden. Prüfen Sie, was dort steht, oder laden Sie diese Seite neu.`,
  outdated: () => 'diese Seite ist älter als der Server. Laden Sie sie neu.',
  tooMany: () => 'zu viel auf einmal. Warten Sie eine Sekunde, dann versuchen Sie es wieder.',
  unavailable: () => 'der Server kann es gerade nicht. Versuchen Sie es wieder.',
};
