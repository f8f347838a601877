import type { tour as english } from './english-tour.ts';

export const tour: typeof english = {
  menu: 'Visite de la console',
  region: 'Visite',
  place: (place, count) => `${place} sur ${count}`,
  next: 'Suivant',
  back: 'Retour',
  close: 'Passer',
  done: 'Terminé',
  step: (name, cap) => {
    switch (name) {
      case 'welcome':
        return {
          title: 'Une minute à travers la console',
          text: 'Tout ici a une touche, et elle figure sur le bouton. Entrée avance, Échap termine la visite. Un appel passe toujours d’abord : la visite lui cède la place.',
        };
      case 'take':
        return {
          title: 'Appels',
          text: `Les appels en file sont ici. ${cap('go')} prend le suivant : votre Teams sonne, vous y décrochez. ${cap('focusCalls')} mène aux appels, où les lettres agissent.`,
        };
      case 'find':
        return {
          title: 'Personnes',
          text: `Tapez simplement, où que vous soyez : un nom, un service, un numéro. ${cap('chooseNext')} en choisit une autre. La meilleure est déjà choisie.`,
        };
      case 'putThrough':
        return {
          title: 'Transférer',
          text: `${cap('go')} transfère le correspondant à la personne choisie. ${cap('ask')} fait d’abord un double appel. Si personne ne répond, le correspondant vous revient, avec la raison.`,
        };
      case 'back':
        return {
          title: 'Rien ne se perd',
          text: `${cap('holdOrResume')} met en attente et reprend. ${cap('stepBack')} recule d’un pas : efface la recherche, puis récupère ce qui sonne, et ne raccroche jamais.`,
        };
      case 'listen':
        return {
          title: 'La situation',
          text: `${cap('saySituation')} la dit en une phrase ; ${cap('readLine')} mène à la ligne qui la montre toujours. ${cap('showKeys')} donne toutes les touches. La visite est dans le menu de votre compte.`,
        };
      default:
        return name satisfies never;
    }
  },
};
