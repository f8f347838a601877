import { type ContactRemedies, contactRemedyIn } from '@switchboard/contract/words/contact-remedies';

const remedies: ContactRemedies = {
  hasExtension: () => 'laat het toestelnummer weg, en stuur die cijfers als er is opgenomen',
  noCountryCode: () => 'begin met + en het landnummer, zoals +44 20 7946 0100',
  wrongDigits: () =>
    'controleer de cijfers: een nummer heeft een netnummer, en zoveel cijfers als in zijn land gebruikelijk',
  mailUnfit: () => 'schrijf het als naam@example.com',
  nameMissing: () => 'geef elk contact een naam',
  notOneLine: () => 'schrijf het op één regel',
  tooLong: (most) => `hoogstens ${most} tekens`,
  tooManyTasks: (most) => `hoogstens ${most} taken`,
  idUnfit: () => 'laat het zoals het werd opgeslagen, of leeg voor een nieuw contact',
  sameContact: (row) => `dit is het contact van rij ${row}; laat er een weg`,
  moreValues: () =>
    'er zijn meer waarden dan koppen; zet tussen aanhalingstekens wat een scheidingsteken bevat',
  noRoom: (most) => `er is plaats voor ${most} contacten; verwijder er eerst enkele`,
  noHeading: (columns) => `begin het bestand met een rij koppen, waaronder name; andere zijn ${columns}`,
  columnUnknown: (column, columns) => `de kolom “${column}” bestaat niet; noem de kolommen ${columns}`,
  columnTwice: (column) => `noem de kolom ${column} maar één keer`,
  quotesOpen: () =>
    'kijk naar de aanhalingstekens: wie er een opent, sluit het aan het einde van het veld, en verdubbelt ze daarbinnen',
  rowTooLong: (most) => `houd een rij binnen ${most} tekens; misschien staat een aanhalingsteken open`,
  fileTooLarge: (megabytes) => `geef een bestand van hoogstens ${megabytes} MB`,
  notUtf8: () => 'sla het bestand op als CSV in UTF-8; het heeft een andere codering',
};

export const contactRemedy = contactRemedyIn(remedies);
