import type { PaneName } from '@switchboard/contract/preferences/layout';

const names: Record<PaneName, string> = { calls: 'Calls', people: 'People', details: 'Details' };

/** The panes: where they stand and in which window. */
export const panes = {
  names,
  button: 'Panes',
  title: 'Panes',
  hide: (pane: PaneName): string => `Hide ${names[pane]}`,
  show: (pane: PaneName): string => `Show ${names[pane]}`,
  ownWindow: (pane: PaneName): string => `${names[pane]} in a window of its own`,
  bringBack: (pane: PaneName): string => `Bring ${names[pane]} back`,
  rows: {
    show: 'Show',
    hide: 'Hide',
    ownWindow: 'Own window',
    bringBack: 'Bring back',
    move: 'Move',
    enlarge: 'Larger',
  },
  reset: 'As it was at first',
  resize: (before: PaneName, after: PaneName): string => `Between ${names[before]} and ${names[after]}`,
  isHidden: (pane: PaneName): string => `${names[pane]} hidden`,
  isLarger: (pane: PaneName): string => `${names[pane]} larger`,
  isShown: (pane: PaneName): string => `${names[pane]} shown`,
  isOut: (pane: PaneName): string => `${names[pane]} in a window of its own`,
  isBack: (pane: PaneName): string => `${names[pane]} is back`,
  isElsewhere: (pane: PaneName): string => `${names[pane]} is in another window`,
  lastOne: 'One pane must stay',
  blocked: 'The browser did not open the window. Allow pop-ups for this page.',
  order: (order: readonly PaneName[]): string => order.map((pane) => names[pane]).join(', '),
  isReset: 'The panes are as at first',
  windowTitle: (pane: PaneName): string => `${names[pane]} – Switchboard`,
};

/** What can be undone. */
export const undo = {
  button: 'Undo',
  key: (cap: string): string => `${cap} undoes it`,
  parked: (caller: string): string => `Parked: ${caller}`,
  answers: (queue: string, answers: boolean): string =>
    answers ? `You answer ${queue} today` : `You do not answer ${queue} today`,
  switched: (queue: string, mode: string): string => `${queue}: ${mode}`,
  callBack: (name: string): string => `You call ${name} back`,
  calledBack: (name: string): string => `Called back: ${name}`,
};
