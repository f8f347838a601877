import type { PeopleCommandMessage } from '@switchboard/contract/commands/people-command';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { personIdOf, sourceOf } from '@switchboard/domain/directory/person-source';
import { type PersonId, personId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { dropFavourite, keepFavourite, orderFavourites } from '@switchboard/store/people/favourites';
import {
  changeSharedContact,
  removeSharedContact,
  saveSharedContact,
} from '@switchboard/store/people/kept-contacts';
import { describePerson } from '@switchboard/store/people/person-traits';
import type { PeopleFilters } from '../people/people-filters.ts';
import { type PersonViewParts, readPersonViews } from '../people/person-views.ts';
import { mayChange, mayDescribe } from '../policies/person-rights.ts';
import { contactOnTop } from './contact-on-top.ts';
import { readSharedContact } from './kept-contact.ts';
import { tenantCountry } from './tenant-country.ts';

/** What operators ask about people: favourites, notes, shared contacts. A question is answered by a message of its own. */
export interface PeopleCommands {
  command(
    operator: Operator,
    message: PeopleCommandMessage,
  ): Promise<Result<FeedMessage | 'taken', RefusalView>>;
}

export interface PeopleCommandsParts extends PersonViewParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly filters: PeopleFilters;
}

type Message<Type extends PeopleCommandMessage['type']> = Extract<PeopleCommandMessage, { type: Type }>;
type Taken = Promise<Result<'taken', RefusalView>>;
type Answered = Promise<Result<FeedMessage, RefusalView>>;

export function createPeopleCommands(parts: PeopleCommandsParts): PeopleCommands {
  return {
    async command(operator, message) {
      switch (message.type) {
        case 'setFavourite':
          return setFavourite(parts, operator, message);
        case 'orderFavourites': {
          const { tenantId, operatorId } = operator;
          await orderFavourites(parts.store, tenantId, operatorId, message.personIds.map(personId));
          return ok('taken');
        }
        case 'describePerson':
          return describe(parts, operator, message);
        case 'saveSharedContact':
          return saveContact(parts, operator, message);
        case 'removeSharedContact':
          return removeContact(parts, operator, message);
        case 'readPerson':
          return readPerson(parts, operator, message);
        case 'readFilters':
          return ok({ type: 'filters', id: message.id, ...(await parts.filters.of(operator)) });
      }
    },
  };
}

const nobody: RefusalView = { code: 'personUnknown' };

async function findView(
  parts: PeopleCommandsParts,
  operator: Operator,
  id: PersonId,
): Promise<PersonView | undefined> {
  const [view] = await readPersonViews(parts, operator, [id]);
  return view;
}

async function setFavourite(
  parts: PeopleCommandsParts,
  operator: Operator,
  message: Message<'setFavourite'>,
): Taken {
  const { tenantId, operatorId } = operator;
  const id = personId(message.personId);
  if (!message.isFavourite) {
    await dropFavourite(parts.store, tenantId, operatorId, id);
    return ok('taken');
  }
  if ((await findView(parts, operator, id)) === undefined) return refused(nobody);
  const favourite = { personId: id, group: message.group?.trim() };
  const kept = await keepFavourite(parts.store, tenantId, operatorId, favourite);
  return kept.ok ? kept : refused({ code: 'tooManyKept', field: 'favourites' });
}

async function describe(
  { store, clock }: PeopleCommandsParts,
  { tenantId, operatorId: by }: Operator,
  message: Message<'describePerson'>,
): Taken {
  const id = personId(message.personId);
  if (!mayDescribe({ source: sourceOf(id) })) return refused({ code: 'notYours' });
  const { note, tasks, alternateNames, nicknames } = message;
  const traits = { note: note?.trim(), tasks, alternateNames, nicknames };
  const isKnown = await describePerson(store, tenantId, id, { traits, by, now: clock.now() });
  return isKnown ? ok('taken') : refused(nobody);
}

async function saveContact(
  parts: PeopleCommandsParts,
  operator: Operator,
  { id, personId: known, contact, changed }: Message<'saveSharedContact'>,
): Answered {
  const { store, clock, newId } = parts;
  const { tenantId, operatorId: by } = operator;
  const contactId = known === undefined ? personIdOf('shared', newId()) : personId(known);
  if (!mayChange({ source: sourceOf(contactId) })) return refused({ code: 'notYours' });
  const read = readSharedContact(contact, contactId, await tenantCountry(store, tenantId));
  if (!read.ok) {
    const [problem] = read.refusal;
    const code = problem?.field === 'mail' ? 'malformed' : 'numberInvalid';
    return refused({ code, ...(problem && { field: problem.field, remedy: problem.remedy }) });
  }
  const written = { by, now: clock.now() };
  const saved =
    known === undefined || changed === undefined
      ? await saveSharedContact(store, tenantId, read.value, { ...written, isNew: known === undefined })
      : await changeSharedContact(store, tenantId, contactId, written, (before) =>
          contactOnTop(before, read.value, new Set(changed)),
        );
  if (!saved.ok) {
    const { refusal: code } = saved;
    return refused(code === 'tooManyKept' ? { code, field: 'contact' } : { code });
  }
  const person = await findView(parts, operator, contactId);
  return person === undefined ? refused(nobody) : ok({ type: 'person', id, person });
}

async function removeContact(
  { store, clock }: PeopleCommandsParts,
  { tenantId }: Operator,
  message: Message<'removeSharedContact'>,
): Taken {
  const id = personId(message.personId);
  if (!mayChange({ source: sourceOf(id) })) return refused({ code: 'notYours' });
  const isRemoved = await removeSharedContact(store, tenantId, id, clock.now());
  return isRemoved ? ok('taken') : refused(nobody);
}

async function readPerson(
  parts: PeopleCommandsParts,
  operator: Operator,
  { id, personId: asked }: Message<'readPerson'>,
): Answered {
  const person = await findView(parts, operator, personId(asked));
  return person === undefined ? refused(nobody) : ok({ type: 'person', id, person });
}
