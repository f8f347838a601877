import { type ContactRemedies, contactRemedyIn } from '@switchboard/contract/words/contact-remedies';

const remedies: ContactRemedies = {
  hasExtension: () => 'lassen Sie die Nebenstelle weg, und senden Sie deren Ziffern, wenn abgenommen ist',
  noCountryCode: () => 'beginnen Sie mit + und der Landesvorwahl, wie +44 20 7946 0100',
  wrongDigits: () =>
    'prüfen Sie die Ziffern: Eine Nummer hat eine Vorwahl, und so viele Ziffern, wie ihr Land benutzt',
  mailUnfit: () => 'schreiben Sie sie wie name@example.com',
  nameMissing: () => 'geben Sie jedem Kontakt einen Namen',
  notOneLine: () => 'schreiben Sie es in eine Zeile',
  tooLong: (most) => `höchstens ${most} Zeichen`,
  tooManyTasks: (most) => `höchstens ${most} Zuständigkeiten`,
  idUnfit: () => 'lassen Sie sie, wie sie gespeichert wurde, oder leer für einen neuen Kontakt',
  sameContact: (row) => `das ist der Kontakt aus Zeile ${row}; lassen Sie einen von beiden weg`,
  moreValues: () =>
    'es gibt mehr Werte als Überschriften; setzen Sie in Anführungszeichen, was ein Trennzeichen enthält',
  noRoom: (most) => `es ist Platz für ${most} Kontakte; entfernen Sie zuerst einige`,
  noHeading: (columns) =>
    `beginnen Sie die Datei mit einer Zeile von Überschriften, darunter name; andere sind ${columns}`,
  columnUnknown: (column, columns) => `es gibt keine Spalte „${column}“; nennen Sie die Spalten ${columns}`,
  columnTwice: (column) => `nennen Sie die Spalte ${column} nur einmal`,
  quotesOpen: () =>
    'sehen Sie nach den Anführungszeichen: Ein geöffnetes wird am Ende seines Feldes geschlossen, und darin verdoppelt',
  rowTooLong: (most) =>
    `halten Sie eine Zeile unter ${most} Zeichen; vielleicht ist ein Anführungszeichen offen`,
  fileTooLarge: (megabytes) => `geben Sie eine Datei von höchstens ${megabytes} MB`,
  notUtf8: () => 'speichern Sie die Datei als CSV in UTF-8; sie hat eine andere Kodierung',
};

export const contactRemedy = contactRemedyIn(remedies);
