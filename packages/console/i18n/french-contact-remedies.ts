import { type ContactRemedies, contactRemedyIn } from '@switchboard/contract/words/contact-remedies';

const remedies: ContactRemedies = {
  hasExtension: () => 'omettez le poste, et envoyez ses chiffres une fois la réponse obtenue',
  noCountryCode: () => 'commencez par + et l’indicatif du pays, comme +44 20 7946 0100',
  wrongDigits: () =>
    'vérifiez les chiffres : un numéro a un indicatif, et autant de chiffres que son pays en utilise',
  mailUnfit: () => 'écrivez-le comme nom@example.com',
  nameMissing: () => 'donnez un nom à chaque contact',
  notOneLine: () => 'écrivez-le sur une ligne',
  tooLong: (most) => `au plus ${most} caractères`,
  tooManyTasks: (most) => `au plus ${most} sujets`,
  idUnfit: () => 'laissez-le tel qu’il a été enregistré, ou vide pour un nouveau contact',
  sameContact: (row) => `c’est le contact de la ligne ${row} ; n’en gardez qu’un`,
  moreValues: () =>
    'il y a plus de valeurs que de titres ; mettez entre guillemets ce qui contient un séparateur',
  noRoom: (most) => `il y a place pour ${most} contacts ; retirez-en d’abord`,
  noHeading: (columns) =>
    `commencez le fichier par une ligne de titres, dont name ; les autres sont ${columns}`,
  columnUnknown: (column, columns) =>
    `il n’y a pas de colonne « ${column} » ; nommez les colonnes ${columns}`,
  columnTwice: (column) => `nommez la colonne ${column} une seule fois`,
  quotesOpen: () =>
    'regardez les guillemets : celui qui est ouvert se ferme à la fin de son champ, et se double à l’intérieur',
  rowTooLong: (most) => `gardez une ligne sous ${most} caractères ; un guillemet est peut-être resté ouvert`,
  fileTooLarge: (megabytes) => `donnez un fichier d’au plus ${megabytes} Mo`,
  notUtf8: () => 'enregistrez le fichier en CSV, en UTF-8 ; son codage est autre',
};

export const contactRemedy = contactRemedyIn(remedies);
