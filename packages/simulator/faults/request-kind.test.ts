import { expect, test } from 'vitest';
import { natureOf } from './request-kind.ts';

const call = '/communications/calls/c1';

test.each([
  ['POST', '/communications/calls', 'createCall', 'calls', undefined],
  ['GET', call, 'readCall', 'calls', 'c1'],
  ['DELETE', '/app/calls/c1', 'hangUp', 'calls', 'c1'],
  ['POST', `${call}/answer`, 'answer', 'calls', 'c1'],
  ['POST', `${call}/sendDtmfTones`, 'sendTones', 'calls', 'c1'],
  ['POST', `${call}/participants/invite`, 'invite', 'calls', 'c1'],
  ['GET', `${call}/participants`, 'readParticipants', 'calls', 'c1'],
  ['DELETE', `${call}/participants/p1`, 'removeParticipant', 'calls', 'c1'],
  ['POST', `${call}/participants/p1/startHoldMusic`, 'hold', 'calls', 'c1'],
  ['POST', `${call}/participants/p1/stopHoldMusic`, 'resume', 'calls', 'c1'],
  ['GET', `${call}/operations/o1`, 'readOperation', 'calls', 'c1'],
  ['GET', '/users/u1', 'users', 'users', undefined],
  ['GET', '/users/delta', 'users', 'users', undefined],
  ['GET', '/contacts/delta', 'orgContacts', 'users', undefined],
  ['GET', '/groups/g1/members', 'groups', 'users', undefined],
  ['GET', '/admin/teams/userConfigurations/u1', 'teamsUsers', 'users', undefined],
  ['GET', '/me/contactFolders/f1/contacts/delta', 'contacts', 'outlook', undefined],
  ['GET', '/users/u1/calendarView', 'calendar', 'outlook', undefined],
  ['POST', '/me/calendar/getSchedule', 'calendar', 'outlook', undefined],
  ['GET', '/me/mailboxSettings', 'mailbox', 'outlook', undefined],
  ['GET', '/me/presence', 'presence', 'presence', undefined],
  ['POST', '/communications/getPresencesByUserId', 'presence', 'presence', undefined],
  ['PATCH', '/subscriptions/s1', 'subscriptions', 'subscriptions', undefined],
  ['POST', '/$batch', 'batch', 'batch', undefined],
])('%s %s is %s', (method, path, kind, service, callId) => {
  expect(natureOf(method, path)).toEqual({ kind, service, callId });
});
