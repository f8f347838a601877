import type { panes as panesEnglish, undo as undoEnglish } from './english-panes.ts';

const names: typeof panesEnglish.names = { calls: 'Anrufe', people: 'Personen', details: 'Details' };

export const panes: typeof panesEnglish = {
  names,
  button: 'Bereiche',
  title: 'Bereiche',
  hide: (pane) => `${names[pane]} ausblenden`,
  show: (pane) => `${names[pane]} einblenden`,
  ownWindow: (pane) => `${names[pane]} in eigenem Fenster`,
  bringBack: (pane) => `${names[pane]} zurückholen`,
  rows: {
    show: 'Einblenden',
    hide: 'Ausblenden',
    ownWindow: 'Eigenes Fenster',
    bringBack: 'Zurückholen',
    move: 'Verschieben',
    enlarge: 'Größer',
  },
  reset: 'Wie am Anfang',
  resize: (before, after) => `Zwischen ${names[before]} und ${names[after]}`,
  isHidden: (pane) => `${names[pane]} ausgeblendet`,
  isLarger: (pane) => `${names[pane]} größer`,
  isShown: (pane) => `${names[pane]} eingeblendet`,
  isOut: (pane) => `${names[pane]} in eigenem Fenster`,
  isBack: (pane) => `${names[pane]} wieder da`,
  isElsewhere: (pane) => `${names[pane]} in einem anderen Fenster`,
  lastOne: 'Ein Bereich muss bleiben',
  blocked: 'Der Browser hat das Fenster nicht geöffnet. Erlauben Sie dieser Seite Pop-ups.',
  order: (order) => order.map((pane) => names[pane]).join(', '),
  isReset: 'Die Bereiche sind wie am Anfang',
  windowTitle: (pane) => `${names[pane]} – Switchboard`,
};

export const undo: typeof undoEnglish = {
  button: 'Rückgängig',
  key: (cap) => `${cap} macht es rückgängig`,
  parked: (caller) => `Geparkt: ${caller}`,
  answers: (queue, answers) =>
    answers ? `Sie bedienen ${queue} heute` : `Sie bedienen ${queue} heute nicht`,
  switched: (queue, mode) => `${queue}: ${mode}`,
  callBack: (name) => `Sie rufen ${name} zurück`,
  calledBack: (name) => `Zurückgerufen: ${name}`,
};
