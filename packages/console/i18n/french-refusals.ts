import type { refusals as english } from './english-refusals.ts';

export const refusals: typeof english = {
  callGone: () => 'cet appel est terminé.',
  callTaken: ({ by }) => `${by ?? 'quelqu’un d’autre'} a pris cet appel.`,
  notYourCall: ({ by }) => `cet appel est chez ${by ?? 'quelqu’un d’autre'}.`,
  notNow: () => 'l’appel a avancé entre-temps. Regardez-le, puis choisissez de nouveau.',
  busy: () => 'vous êtes en ligne. Mettez d’abord l’appel en attente ou transférez-le.',
  notSignedIn: () => 'votre session est terminée. Reconnectez-vous.',
  notInQueue: () => 'vous ne servez pas cette file.',
  targetUnknown: () => 'cette personne n’est plus dans l’annuaire. Cherchez de nouveau.',
  targetIsYou: () => 'un correspondant ne peut pas être transféré à vous-même.',
  targetIsThere: () => 'cette personne est déjà dans l’appel. Choisissez quelqu’un d’autre.',
  notOffered: () => 'cet appel est proposé à d’autres en ce moment.',
  slotTaken: () => 'un appel est déjà parqué à cette place. Choisissez-en une autre.',
  noSlotFree: () => 'toutes les places sont prises. Reprenez d’abord un appel parqué.',
  sameQueue: () => 'l’appel est déjà dans cette file. Choisissez-en une autre.',
  queueUnknown: () => 'cette file n’existe plus. Cherchez de nouveau.',
  numberInvalid: () =>
    'ce n’est pas un numéro de téléphone. Vérifiez les chiffres, ou tapez-le avec + et l’indicatif du pays.',
  noNumber: () => 'l’annuaire n’a pas ce numéro pour cette personne. Choisissez une autre ligne.',
  personUnknown: () => 'cette personne n’est plus là. Cherchez de nouveau.',
  notYours: () => 'cela se modifie là d’où cela vient, pas ici.',
  tooManyKept: () => 'il n’y a plus de place. Retirez d’abord quelque chose.',
  callBackGone: ({ by }) => (by === undefined ? 'ce rappel est déjà fait.' : `${by} a déjà pris ce rappel.`),
  noWay: ({ field }) =>
    field === 'chat' ? 'cette personne n’a pas de compte Teams ici.' : 'aucune adresse e-mail n’est connue.',
  messageGone: () => 'ce message n’est plus là.',
  malformed: ({ field }) =>
    `le serveur n’a pas compris ${field === undefined ? 'cela' : `« ${field} »`}. Vérifiez ce qui est écrit, ou rechargez cette page.`,
  outdated: () => 'cette page est plus ancienne que le serveur. Rechargez-la.',
  tooMany: () => 'trop à la fois. Attendez une seconde, puis réessayez.',
  unavailable: () => 'le serveur ne peut pas en ce moment. Réessayez.',
};
