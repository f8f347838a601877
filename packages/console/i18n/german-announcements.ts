import type { CallView, PartyView } from '@switchboard/contract/views/call-view';
import type { Situation } from '../state/situation.ts';
import { clockTime } from './durations.ts';
import type { announcements as english } from './english-announcements.ts';
import { ended, missed } from './german-reasons.ts';
import { forms, nameFirst, nameOf, spoken } from './german-words.ts';

export const announcements: typeof english = {
  offered: (caller, queue) => `Anruf wartet: ${nameOf(caller)}, ${queue}`,
  yours: (call, queue) => `Für Sie: ${nameOf(call.caller)}, ${queue}${call.vip ? ', VIP' : ''}`,
  offeredBriefly: (caller) => `Wartet: ${nameOf(caller)}`,
  yoursBriefly: (caller) => `Für Sie: ${nameOf(caller)}`,
  waitsLong: (caller, waits) => `Wartet seit ${spoken(waits)}: ${nameOf(caller)}`,
  waiting: (count) => forms.plural(count, `${count} Anruf wartet`, `${count} Anrufe warten`),
  teamsRings: (caller) => `${nameFirst(caller)}: Ihr Teams klingelt, nehmen Sie ab`,
  connected: (caller) => `Im Gespräch: ${nameOf(caller)}`,
  onHold: (caller) => `Gehalten: ${nameOf(caller)}`,
  resumed: (caller) => `Wieder mit ${nameOf(caller)}`,
  ringing: (target) => `Klingelt bei ${nameOf(target)}`,
  takenBack: (caller) => `Zurückgenommen: ${nameOf(caller)}, gehalten`,
  handedOver: (caller, target) => `${nameFirst(target)} hat ${nameOf(caller)}`,
  cameBack: (caller, target, why) =>
    target === undefined
      ? `Zurückgekommen: ${nameOf(caller)}. Niemand hat angenommen`
      : `Zurückgekommen: ${nameOf(caller)}. ${nameFirst(target)} ${missed[why]}`,
  asking: (target) => `Rückfrage bei ${nameOf(target)}: klingelt`,
  talkingTo: (one, other) => `Gespräch mit ${nameOf(one)}; ${nameOf(other)} hört Musik`,
  together: (names) => `Gemeinsames Gespräch: ${forms.list(names)}`,
  parked: (call) =>
    `Geparkt auf ${call.slot ?? ''}: ${nameOf(call.caller)}${call.parkedFor === undefined ? '' : `, für ${nameOf(call.parkedFor)}`}`,
  moved: (caller, queue) => `${nameFirst(caller)} wartet jetzt in ${queue}`,
  camped: (caller, target) => `${nameFirst(caller)} wartet auf ${nameOf(target)}`,
  youMissed: (caller) => `In Teams nicht abgenommen: ${nameOf(caller)} wartet wieder`,
  takenBy: (caller, operator) => `${operator} hat ${nameOf(caller)} angenommen`,
  ended: (caller, why) =>
    why === 'callerHungUp'
      ? `${nameFirst(caller)} hat aufgelegt`
      : `Gespräch mit ${nameOf(caller)} beendet${why === undefined ? '' : `: ${ended[why]}`}`,
  lost: 'Verbindung verloren, neuer Versuch läuft',
  back: 'Verbindung ist wieder da',
  nobodyFound: (text) => `Niemand gefunden zu ${text}`,
  stillSearching: (text) => `Die Suche nach ${text} läuft noch: Enter ist gemerkt`,
  several: (count, text) => `${count} gefunden zu ${text}: auswählen, dann Enter`,
  nobodyChosen: 'Niemand ist ausgewählt',
  cannotTalkToMailbox: 'Bei einer Mailbox ist keine Rückfrage möglich: Wählen Sie eine andere Leitung',
  cannotTalkToQueue:
    'Bei einer Warteschlange ist keine Rückfrage möglich: Enter stellt den Anrufer dort hinein',
  letGoBy: (cap, target) => `${cap} trennt ${nameOf(target)}`,
  notHere: 'Für diesen Anruf jetzt nicht möglich',
  noCallToPutThrough: 'Kein Anruf zum Verbinden',
  notPutThroughNow: 'Nicht ausgeführt: Dieser Anruf kann jetzt nicht weitergegeben werden',
  noCallToTake: 'Für Sie wartet kein Anruf',
  stillInCall: (caller) => `Noch nicht: Sie haben noch ${nameOf(caller)}`,
  noCall: 'Sie sind in keinem Gespräch',
  hangUpAgain: (key) => `${key} noch einmal, um aufzulegen`,
  situation: ({ connection, call, away, waiting, longest }) =>
    [
      ...(connection === 'lost' ? ['Verbindung verloren'] : []),
      ...(away === undefined ? [] : [awayNow(away)]),
      call === undefined ? 'Kein Gespräch' : inCall(call.view, call.lasts, call.target),
      waiting === 0
        ? 'niemand wartet'
        : `${waiting} ${forms.plural(waiting, 'wartet', 'warten')}, am längsten ${spoken(longest ?? 0)}`,
    ].join(', '),
  windowTitle: (waiting, longest) =>
    waiting === 0
      ? 'Switchboard'
      : `${waiting} ${forms.plural(waiting, 'wartet', 'warten')} · ${clockTime(longest ?? 0)} – Switchboard`,
};

function awayNow({ status, reason }: NonNullable<Situation['away']>): string {
  if (status === 'break') return reason === undefined ? 'In der Pause' : `In der Pause: ${reason}`;
  return status === 'wrapUp' ? 'Nachbearbeitung' : 'Offline';
}

function inCall(view: CallView, lasts: number, target: PartyView | undefined): string {
  const who = nameOf(view.caller);
  switch (view.state) {
    case 'connecting':
      return `Ihr Teams klingelt für ${who}`;
    case 'transferring':
      return `Klingelt bei ${nameOf(target)} für ${who}, ${spoken(lasts)}`;
    case 'consulting':
      if (view.consult?.phase === 'ringing')
        return `Rückfrage bei ${nameOf(target)} für ${who}, klingelt, ${spoken(lasts)}`;
      return view.consult?.held === 'target'
        ? `Gespräch mit ${who}, ${nameOf(target)} hört Musik`
        : `Gespräch mit ${nameOf(target)}, ${who} hört Musik`;
    case 'merged':
      return `Gespräch mit ${forms.list([view.caller, ...(view.guests ?? []).map(({ party }) => party)].map(nameOf))}`;
    case 'held':
      return `${nameFirst(view.caller)} gehalten ${spoken(lasts)}`;
    default:
      return `Gespräch mit ${who} ${spoken(lasts)}`;
  }
}
