import type { panes as panesEnglish, undo as undoEnglish } from './english-panes.ts';

const names: typeof panesEnglish.names = { calls: 'Appels', people: 'Personnes', details: 'Fiche' };

export const panes: typeof panesEnglish = {
  names,
  button: 'Volets',
  title: 'Volets',
  hide: (pane) => `Masquer ${names[pane]}`,
  show: (pane) => `Afficher ${names[pane]}`,
  ownWindow: (pane) => `${names[pane]} dans une fenêtre à part`,
  bringBack: (pane) => `Ramener ${names[pane]}`,
  rows: {
    show: 'Afficher',
    hide: 'Masquer',
    ownWindow: 'Fenêtre à part',
    bringBack: 'Ramener',
    move: 'Déplacer',
    enlarge: 'Agrandir',
  },
  reset: 'Comme au début',
  resize: (before, after) => `Entre ${names[before]} et ${names[after]}`,
  isHidden: (pane) => `Volet masqué : ${names[pane]}`,
  isLarger: (pane) => `Volet agrandi : ${names[pane]}`,
  isShown: (pane) => `Volet affiché : ${names[pane]}`,
  isOut: (pane) => `${names[pane]} dans une fenêtre à part`,
  isBack: (pane) => `Volet de retour : ${names[pane]}`,
  isElsewhere: (pane) => `${names[pane]} dans une autre fenêtre`,
  lastOne: 'Un volet doit rester',
  blocked: 'Le navigateur n’a pas ouvert la fenêtre. Autorisez les fenêtres contextuelles pour cette page.',
  order: (order) => order.map((pane) => names[pane]).join(', '),
  isReset: 'Les volets sont comme au début',
  windowTitle: (pane) => `${names[pane]} – Switchboard`,
};

export const undo: typeof undoEnglish = {
  button: 'Annuler',
  key: (cap) => `${cap} l’annule`,
  parked: (caller) => `Parqué : ${caller}`,
  answers: (queue, answers) =>
    answers ? `Vous servez ${queue} aujourd’hui` : `Vous ne servez pas ${queue} aujourd’hui`,
  switched: (queue, mode) => `${queue} : ${mode}`,
  callBack: (name) => `Vous rappelez ${name}`,
  calledBack: (name) => `Rappelé : ${name}`,
};
