import type { CallView, PartyView } from '@switchboard/contract/views/call-view';
import type { Situation } from '../state/situation.ts';
import { clockTime } from './durations.ts';
import { ended, missed } from './dutch-reasons.ts';
import { forms, nameFirst, nameOf, spoken } from './dutch-words.ts';
import type { announcements as english } from './english-announcements.ts';

export const announcements: typeof english = {
  offered: (caller, queue) => `Er wacht een gesprek: ${nameOf(caller)}, ${queue}`,
  yours: (call, queue) => `Voor u: ${nameOf(call.caller)}, ${queue}${call.vip ? ', VIP' : ''}`,
  offeredBriefly: (caller) => `Wacht: ${nameOf(caller)}`,
  yoursBriefly: (caller) => `Voor u: ${nameOf(caller)}`,
  waitsLong: (caller, waits) => `Wacht al ${spoken(waits)}: ${nameOf(caller)}`,
  waiting: (count) => forms.plural(count, `${count} gesprek wacht`, `${count} gesprekken wachten`),
  teamsRings: (caller) => `${nameFirst(caller)}: uw Teams gaat over, neem op`,
  connected: (caller) => `Verbonden: ${nameOf(caller)}`,
  onHold: (caller) => `In de wacht: ${nameOf(caller)}`,
  resumed: (caller) => `Weer in gesprek met ${nameOf(caller)}`,
  ringing: (target) => `${nameFirst(target)} wordt gebeld`,
  takenBack: (caller) => `Teruggehaald: ${nameOf(caller)}, in de wacht`,
  handedOver: (caller, target) => `${nameFirst(target)} heeft ${nameOf(caller)}`,
  cameBack: (caller, target, why) =>
    target === undefined
      ? `Teruggekomen: ${nameOf(caller)}. Niemand nam aan`
      : `Teruggekomen: ${nameOf(caller)}. ${nameFirst(target)} ${missed[why]}`,
  asking: (target) => `Ruggespraak met ${nameOf(target)}: gaat over`,
  talkingTo: (one, other) => `In gesprek met ${nameOf(one)}; ${nameOf(other)} hoort muziek`,
  together: (names) => `Samen in gesprek: ${forms.list(names)}`,
  parked: (call) =>
    `Geparkeerd op ${call.slot ?? ''}: ${nameOf(call.caller)}${call.parkedFor === undefined ? '' : `, voor ${nameOf(call.parkedFor)}`}`,
  moved: (caller, queue) => `${nameFirst(caller)} wacht nu in ${queue}`,
  camped: (caller, target) => `${nameFirst(caller)} wacht op ${nameOf(target)}`,
  youMissed: (caller) => `Niet opgenomen in Teams: ${nameOf(caller)} wacht weer`,
  takenBy: (caller, operator) => `${operator} heeft ${nameOf(caller)} aangenomen`,
  ended: (caller, why) =>
    why === 'callerHungUp'
      ? `${nameFirst(caller)} hing op`
      : `Gesprek met ${nameOf(caller)} beëindigd${why === undefined ? '' : `: ${ended[why]}`}`,
  lost: 'Verbinding weg, er wordt opnieuw geprobeerd',
  back: 'Verbinding is er weer',
  nobodyFound: (text) => `Niemand gevonden voor ${text}`,
  stillSearching: (text) => `Er wordt nog gezocht naar ${text}: Enter blijft onthouden`,
  several: (count, text) => `${count} gevonden voor ${text}: kies, dan Enter`,
  nobodyChosen: 'Er is niemand gekozen',
  cannotTalkToMailbox: 'Met een voicemail is geen ruggespraak mogelijk: kies een andere lijn',
  cannotTalkToQueue: 'Met een wachtrij is geen ruggespraak mogelijk: Enter zet de beller daarin',
  letGoBy: (cap, target) => `${cap} laat ${nameOf(target)} los`,
  notHere: 'Nu niet mogelijk voor dit gesprek',
  noCallToPutThrough: 'Geen gesprek om door te verbinden',
  notPutThroughNow: 'Niet gedaan: dit gesprek kan nu niet worden doorverbonden',
  noCallToTake: 'Er wacht geen gesprek op u',
  stillInCall: (caller) => `Nog niet: u hebt ${nameOf(caller)} nog`,
  noCall: 'U bent niet in gesprek',
  hangUpAgain: (key) => `Nogmaals ${key} om op te hangen`,
  situation: ({ connection, call, away, waiting, longest }) =>
    [
      ...(connection === 'lost' ? ['Verbinding weg'] : []),
      ...(away === undefined ? [] : [awayNow(away)]),
      call === undefined ? 'Geen gesprek' : inCall(call.view, call.lasts, call.target),
      waiting === 0
        ? 'niemand wacht'
        : `${waiting} ${forms.plural(waiting, 'wachtende', 'wachtenden')}, langste ${spoken(longest ?? 0)}`,
    ].join(', '),
  windowTitle: (waiting, longest) =>
    waiting === 0
      ? 'Switchboard'
      : `${waiting} ${forms.plural(waiting, 'wachtende', 'wachtenden')} · ${clockTime(longest ?? 0)} – Switchboard`,
};

function awayNow({ status, reason }: NonNullable<Situation['away']>): string {
  if (status === 'break') return reason === undefined ? 'Met pauze' : `Met pauze: ${reason}`;
  return status === 'wrapUp' ? 'Nawerk' : 'Offline';
}

function inCall(view: CallView, lasts: number, target: PartyView | undefined): string {
  const who = nameOf(view.caller);
  switch (view.state) {
    case 'connecting':
      return `Uw Teams gaat over voor ${who}`;
    case 'transferring':
      return `${nameFirst(target)} wordt gebeld voor ${who}, ${spoken(lasts)}`;
    case 'consulting':
      if (view.consult?.phase === 'ringing')
        return `Ruggespraak met ${nameOf(target)} voor ${who}, gaat over, ${spoken(lasts)}`;
      return view.consult?.held === 'target'
        ? `In gesprek met ${who}, ${nameOf(target)} hoort muziek`
        : `In gesprek met ${nameOf(target)}, ${who} hoort muziek`;
    case 'merged':
      return `In gesprek met ${forms.list([view.caller, ...(view.guests ?? []).map(({ party }) => party)].map(nameOf))}`;
    case 'held':
      return `${nameFirst(view.caller)} in de wacht ${spoken(lasts)}`;
    default:
      return `In gesprek met ${who} ${spoken(lasts)}`;
  }
}
