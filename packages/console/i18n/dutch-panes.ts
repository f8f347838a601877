import type { panes as panesEnglish, undo as undoEnglish } from './english-panes.ts';

const names: typeof panesEnglish.names = { calls: 'Gesprekken', people: 'Personen', details: 'Gegevens' };

export const panes: typeof panesEnglish = {
  names,
  button: 'Deelvensters',
  title: 'Deelvensters',
  hide: (pane) => `${names[pane]} verbergen`,
  show: (pane) => `${names[pane]} tonen`,
  ownWindow: (pane) => `${names[pane]} in een eigen venster`,
  bringBack: (pane) => `${names[pane]} terughalen`,
  rows: {
    show: 'Tonen',
    hide: 'Verbergen',
    ownWindow: 'Eigen venster',
    bringBack: 'Terughalen',
    move: 'Verplaatsen',
    enlarge: 'Groter',
  },
  reset: 'Zoals eerst',
  resize: (before, after) => `Tussen ${names[before]} en ${names[after]}`,
  isHidden: (pane) => `${names[pane]} verborgen`,
  isLarger: (pane) => `${names[pane]} groter`,
  isShown: (pane) => `${names[pane]} getoond`,
  isOut: (pane) => `${names[pane]} in een eigen venster`,
  isBack: (pane) => `${names[pane]} weer terug`,
  isElsewhere: (pane) => `${names[pane]} in een ander venster`,
  lastOne: 'Eén deelvenster moet blijven',
  blocked: 'De browser opende het venster niet. Sta pop-ups toe voor deze pagina.',
  order: (order) => order.map((pane) => names[pane]).join(', '),
  isReset: 'De deelvensters zijn zoals eerst',
  windowTitle: (pane) => `${names[pane]} – Switchboard`,
};

export const undo: typeof undoEnglish = {
  button: 'Ongedaan maken',
  key: (cap) => `${cap} maakt het ongedaan`,
  parked: (caller) => `Geparkeerd: ${caller}`,
  answers: (queue, answers) => (answers ? `U bedient ${queue} vandaag` : `U bedient ${queue} vandaag niet`),
  switched: (queue, mode) => `${queue}: ${mode}`,
  callBack: (name) => `U belt ${name} terug`,
  calledBack: (name) => `Teruggebeld: ${name}`,
};
