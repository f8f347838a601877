import type { CallView } from '@switchboard/contract/views/call-view';
import type { MessageView } from '@switchboard/contract/views/message-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { ConsoleModel } from '../console-model.ts';
import type { Recipient } from './message-composer.ts';
import { factsOf, type MessageFacts } from './message-facts.ts';
import type { MessageStep } from './message-steps.ts';

/** As many calls a message may be chosen to be about: older ones nobody remembers. */
const mostCalls = 6;

/** Writing to colleagues, by key or by button. */
export class MessageActions {
  readonly #model: ConsoleModel;

  constructor(model: ConsoleModel) {
    this.#model = model;
  }

  /** Writes to the person chosen, about the current call if there is one. */
  toPerson(person = this.#chosen()): void {
    const say = this.#model.texts.announcements;
    if (person === undefined) return this.#say(say.nobodyChosen);
    if (!person.can.includes('message')) return this.#say(say.notWithThem(person.name));
    const { current } = this.#model.calls.arrangement.getSnapshot();
    this.#open(person, current);
  }

  /** Writes about a call: to whom did not take it, else to the person chosen, else to whom it was put through. */
  aboutCall(call: CallView): void {
    const { recall, target } = call;
    const chosen = this.#chosen();
    const recipient =
      recipientOf(recall?.target) ??
      (chosen?.can.includes('message') === true ? chosen : undefined) ??
      recipientOf(target);
    if (recipient === undefined) return this.#say(this.#model.texts.messages.chooseFirst);
    this.#open(recipient, call);
  }

  /** One of the steps that a message has. */
  do(step: MessageStep, message: MessageView): void {
    const { messages } = this.#model;
    if (step === 'writeAgain') return this.writeAgain(message);
    if (step === 'readText') return messages.readText(message);
    messages.wish(message, step);
  }

  /** Opens a message once more that was not sent, may have been, or was put away; what is sent then is a new one. */
  writeAgain(message: MessageView): void {
    const { composer } = this.#model.messages;
    const { written, personId, recipient } = message;
    const { announcements, messages: say } = this.#model.texts;
    if (written === undefined) return this.#say(announcements.notHere);
    composer.openAgain({ ...message, written }, this.#callsAtHand(personId, undefined));
    this.#say(say.openedAgain(recipient, composer.hasDraft(personId)));
  }

  #open({ personId, name }: Recipient, call: CallView | undefined): void {
    const facts = this.#callsAtHand(personId, call);
    this.#model.messages.composer.open({ personId, name }, facts, call !== undefined);
  }

  #callsAtHand(recipientId: string, call: CallView | undefined): readonly MessageFacts[] {
    const { arrangement, ended } = this.#model.calls;
    const others = [...arrangement.getSnapshot().mine, ...ended.getSnapshot()];
    const all =
      call === undefined ? others : [call, ...others.filter(({ callId }) => callId !== call.callId)];
    return all.slice(0, mostCalls).map((each) => this.#facts(each, recipientId));
  }

  #facts(call: CallView, recipientId: string): MessageFacts {
    const { people, queue } = {
      people: this.#model.people,
      queue: this.#model.queue(call.queueId)?.name,
    };
    return factsOf(call, recipientId, { queue, company: people.find(call.caller)?.organisation });
  }

  #chosen(): PersonView | undefined {
    const choice = this.#model.search.selected();
    if (choice?.kind !== 'person') return undefined;
    const known = this.#model.people.byId.getSnapshot().get(choice.person.personId);
    return known === undefined || choice.person.isFormer === true ? choice.person : known;
  }

  #say(text: string): void {
    this.#model.announcer.say({ text, urgency: 'assertive' });
  }
}

const recipientOf = (party: CallView['target']): Recipient | undefined =>
  party?.personId === undefined || party.name === undefined
    ? undefined
    : { personId: party.personId, name: party.name };
