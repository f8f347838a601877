import { answerDelta, type DeltaParts, isDelta } from '../delta/answer-delta.ts';
import { ledgerFeed } from '../delta/ledger-feed.ts';
import { countDirectory, listDirectory } from '../entities/directory-list.ts';
import { readNames, showEntity } from '../entities/entity-shape.ts';
import { refuseOptions, unknownUser } from '../users/user-routes.ts';
import type { GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { option } from '../wire/query-options.ts';
import { type GraphReply, reply } from '../wire/reply.ts';
import { orgContactNames, orgContactShape } from './org-contact-shape.ts';

const permission = permissions.orgContacts;

/** Contacts of the organisation: `/contacts`, `/contacts/delta`, `/contacts/{id}`. */
export function orgContactRoutes(parts: DeltaParts): GraphRoute[] {
  const list = () => ({ shape: orgContactShape, places: parts.world.orgContacts, context: 'contacts' });
  const named = (request: GraphRequest): GraphReply | Promise<GraphReply> => {
    const { orgContacts } = parts.world;
    const id = request.params.id ?? '';
    if (id === '$count') return countDirectory(list(), request);
    if (isDelta(id)) {
      const feed = ledgerFeed({
        key: 'contacts',
        context: 'contacts',
        kind: 'directory',
        ledger: orgContacts,
        shape: orgContactShape,
        graphNames: orgContactNames,
      });
      return answerDelta(parts, feed, request);
    }
    const contact = orgContacts.find(id.toLowerCase());
    if (!contact) return unknownUser(id);
    const names = readNames(orgContactShape, option(request, '$select'));
    if (!names.ok) return names.refusal;
    const refusal = refuseOptions(request, ['$select']);
    if (refusal) return refusal;
    return reply(200, {
      '@odata.context': `${request.baseUrl}/$metadata#contacts/$entity`,
      ...showEntity(orgContactShape, contact, names.value),
    });
  };
  return [
    {
      method: 'GET',
      path: '/contacts',
      permission,
      units: 1,
      handle: (request) => listDirectory(list(), request),
    },
    { method: 'GET', path: '/contacts/:id', permission, units: 1, handle: named },
  ];
}
