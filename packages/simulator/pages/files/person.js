import { post } from './control.js';
import { make } from './dom.js';
import { hue, initials, numberText, presenceClass, presenceText } from './words.js';

/** A round badge with initials and, once known, presence. */
export function makeAvatar(person) {
  return make(
    'span',
    { class: `avatar hue-${hue(person.id)}`, 'aria-hidden': 'true' },
    initials(person.displayName),
    make('span', { class: 'badge' }),
  );
}

export function showPresence(avatar, presence, signedIn) {
  const shown = signedIn ? presence : { availability: 'Offline', activity: 'Offline' };
  avatar.querySelector('.badge').className = `badge ${presenceClass(shown)}`;
  return signedIn ? presenceText(presence) : 'Signed out';
}

/** The conversation a person is in, seen with their eyes. */
export function callOf(truth, view) {
  const conversation = truth.conversations.find(({ id }) => id === view.inConversation);
  const me = conversation?.members.find((member) => member.id === view.person.id);
  if (conversation === undefined || me === undefined) return undefined;
  const others = conversation.members.filter((member) => member !== me && member.kind !== 'application');
  return { me, others, joinedAt: me.joinedAt, onHold: me.onHold, ringing: conversation.ringing };
}

export const namesIn = ({ others }) =>
  others.map((member) =>
    member.kind === 'voicemail' ? `voicemail of ${member.name}` : numberText(member.name),
  );

export const act = (person, what, body) =>
  post(`/control/people/${encodeURIComponent(person.id)}/${what}`, body);

/** The two buttons of a ringing call. */
export function ringingButtons(person, ringing) {
  return make(
    'span',
    { class: 'buttons' },
    make(
      'button',
      { type: 'button', class: 'go', onclick: () => act(person, 'answer', { ringingId: ringing.id }) },
      'Accept',
    ),
    make(
      'button',
      { type: 'button', class: 'stop', onclick: () => act(person, 'decline', { ringingId: ringing.id }) },
      'Decline',
    ),
  );
}
