import type { CallView, PartyView } from '@switchboard/contract/views/call-view';
import type { Situation } from '../state/situation.ts';
import { clockTime } from './durations.ts';
import type { announcements as english } from './english-announcements.ts';
import { ended, missed } from './french-reasons.ts';
import { forms, nameFirst, nameOf, spoken } from './french-words.ts';

export const announcements: typeof english = {
  offered: (caller, queue) => `Appel en file : ${nameOf(caller)}, ${queue}`,
  yours: (call, queue) => `Pour vous : ${nameOf(call.caller)}, ${queue}${call.vip ? ', VIP' : ''}`,
  offeredBriefly: (caller) => `Attend : ${nameOf(caller)}`,
  yoursBriefly: (caller) => `Pour vous : ${nameOf(caller)}`,
  waitsLong: (caller, waits) => `Attend depuis ${spoken(waits)} : ${nameOf(caller)}`,
  waiting: (count) => forms.plural(count, `${count} appel en file`, `${count} appels en file`),
  teamsRings: (caller) => `${nameFirst(caller)} : votre Teams sonne, décrochez`,
  connected: (caller) => `En ligne : ${nameOf(caller)}`,
  onHold: (caller) => `En attente : ${nameOf(caller)}`,
  resumed: (caller) => `De nouveau en ligne avec ${nameOf(caller)}`,
  ringing: (target) => `Ça sonne chez ${nameOf(target)}`,
  takenBack: (caller) => `Récupéré : ${nameOf(caller)}, en attente`,
  handedOver: (caller, target) => `${nameFirst(target)} est en ligne avec ${nameOf(caller)}`,
  cameBack: (caller, target, why) =>
    target === undefined
      ? `Retour d’appel : ${nameOf(caller)}. Personne ne l’a pris`
      : `Retour d’appel : ${nameOf(caller)}. ${nameFirst(target)} ${missed[why]}`,
  asking: (target) => `Double appel, ça sonne : ${nameOf(target)}`,
  talkingTo: (one, other) => `En ligne avec ${nameOf(one)} ; musique pour ${nameOf(other)}`,
  together: (names) => `En conférence : ${forms.list(names)}`,
  parked: (call) =>
    `Parqué en ${call.slot ?? ''} : ${nameOf(call.caller)}${call.parkedFor === undefined ? '' : `, pour ${nameOf(call.parkedFor)}`}`,
  moved: (caller, queue) => `${nameFirst(caller)} attend maintenant dans ${queue}`,
  camped: (caller, target) => `${nameFirst(caller)} attend ${nameOf(target)}`,
  youMissed: (caller) => `Pas décroché dans Teams : ${nameOf(caller)} attend de nouveau`,
  takenBy: (caller, operator) => `${operator} a pris ${nameOf(caller)}`,
  ended: (caller, why) =>
    why === 'callerHungUp'
      ? `${nameFirst(caller)} a raccroché`
      : `Appel avec ${nameOf(caller)} terminé${why === undefined ? '' : ` : ${ended[why]}`}`,
  lost: 'Connexion perdue, nouvel essai en cours',
  back: 'Connexion rétablie',
  nobodyFound: (text) => `Personne trouvé pour ${text}`,
  stillSearching: (text) => `Recherche en cours pour ${text} : Entrée est retenue`,
  several: (count, text) => `${count} trouvés pour ${text} : choisissez, puis Entrée`,
  nobodyChosen: 'Personne n’est choisi',
  cannotTalkToMailbox: 'Pas de double appel vers une messagerie : choisissez une autre ligne',
  cannotTalkToQueue: 'Pas de double appel vers une file : Entrée y place le correspondant',
  letGoBy: (cap, target) => `${cap} libère ${nameOf(target)}`,
  notHere: 'Impossible pour cet appel en ce moment',
  noCallToPutThrough: 'Aucun appel à transférer',
  notPutThroughNow: 'Rien n’a été fait : cet appel ne peut pas être transféré en ce moment',
  noCallToTake: 'Aucun appel ne vous attend',
  stillInCall: (caller) => `Pas encore : vous avez toujours ${nameOf(caller)}`,
  noCall: 'Vous n’êtes pas en ligne',
  hangUpAgain: (key) => `${key} encore une fois pour raccrocher`,
  situation: ({ connection, call, away, waiting, longest }) =>
    [
      ...(connection === 'lost' ? ['Connexion perdue'] : []),
      ...(away === undefined ? [] : [awayNow(away)]),
      call === undefined ? 'Aucun appel' : inCall(call.view, call.lasts, call.target),
      waiting === 0 ? 'personne n’attend' : `${waiting} en file, depuis ${spoken(longest ?? 0)} au plus`,
    ].join(', '),
  windowTitle: (waiting, longest) =>
    waiting === 0 ? 'Switchboard' : `${waiting} en file · ${clockTime(longest ?? 0)} – Switchboard`,
};

function awayNow({ status, reason }: NonNullable<Situation['away']>): string {
  if (status === 'break') return reason === undefined ? 'En pause' : `En pause : ${reason}`;
  return status === 'wrapUp' ? 'Post-appel' : 'Hors ligne';
}

function inCall(view: CallView, lasts: number, target: PartyView | undefined): string {
  const who = nameOf(view.caller);
  switch (view.state) {
    case 'connecting':
      return `Votre Teams sonne pour ${who}`;
    case 'transferring':
      return `Ça sonne chez ${nameOf(target)} pour ${who}, ${spoken(lasts)}`;
    case 'consulting':
      if (view.consult?.phase === 'ringing')
        return `Double appel vers ${nameOf(target)} pour ${who}, ça sonne, ${spoken(lasts)}`;
      return view.consult?.held === 'target'
        ? `En ligne avec ${who}, musique pour ${nameOf(target)}`
        : `En ligne avec ${nameOf(target)}, musique pour ${who}`;
    case 'merged':
      return `En conférence avec ${forms.list([view.caller, ...(view.guests ?? []).map(({ party }) => party)].map(nameOf))}`;
    case 'held':
      return `${nameFirst(view.caller)} en attente ${spoken(lasts)}`;
    default:
      return `En ligne avec ${who} ${spoken(lasts)}`;
  }
}
