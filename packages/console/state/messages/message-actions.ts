import type { CallView } from '@switchboard/contract/views/call-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { ConsoleModel } from '../console-model.ts';
import type { Recipient } from './message-composer.ts';
import { factsOf, type MessageFacts } from './message-facts.ts';

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

  #open({ personId, name }: Recipient, call: CallView | undefined): void {
    const { calls, messages } = this.#model;
    const { mine } = calls.arrangement.getSnapshot();
    const others = [...mine, ...calls.ended.getSnapshot()];
    const all =
      call === undefined ? others : [call, ...others.filter(({ callId }) => callId !== call.callId)];
    const facts = all.slice(0, mostCalls).map((each) => this.#facts(each, personId));
    messages.composer.open({ personId, name }, facts, call !== undefined);
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
