import { personIdOf } from '@switchboard/domain/directory/person-source';
import { personId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { messageEntry } from './message-entry.ts';

const [olga, omar] = [personId('olga'), personId('omar')];
const kept = (recipient: string) => ({
  tenantId: tenantId('contoso'),
  message: {
    ...({
      messageId: 'm',
      operatorId: olga,
      way: 'mail',
      personId: personId(recipient),
      askedAt: 1,
    } as const),
    ...{ recipientName: 'Jan de Vries', language: 'nl', subject: 'Secret', body: 'Secret', isUrgent: false },
  },
  state: { name: 'sent', at: 5 } as const,
  ...{ stateSince: 5, wantedSince: 1, tries: 1, looks: 0 },
});
const nameOf = (id: string) => (id === olga ? 'Olga Lindqvist' : undefined);

test('a timeline tells that a message was sent, to whom and how, and no word of it', () => {
  expect(messageEntry(kept('jan'), nameOf, omar)).toEqual({
    at: 5,
    step: 'messageSent',
    operator: 'Olga Lindqvist',
    target: { name: 'Jan de Vries' },
    why: 'mail',
  });
});

test('a contact of somebody’s own is named to them alone', () => {
  const own = kept(personIdOf('personal', 'n1'));
  expect(messageEntry(own, nameOf, omar)).not.toHaveProperty('target');
  expect(messageEntry(own, nameOf)).not.toHaveProperty('target');
  expect(messageEntry(own, nameOf, olga)).toHaveProperty('target');
});
