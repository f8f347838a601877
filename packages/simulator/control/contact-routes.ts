import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { ContactControl } from './contact-control.ts';
import { present, routesOn, sendAnswer } from './read-body.ts';

const text = z.string().min(1);
const maybeText = z.string().nullable();
type Params = { readonly id: string };

const fields = {
  givenName: maybeText,
  surname: maybeText,
  mail: maybeText,
  companyName: maybeText,
  department: maybeText,
  jobTitle: maybeText,
  mobilePhone: maybeText,
  street: maybeText,
  postalCode: maybeText,
  city: maybeText,
  state: maybeText,
  country: maybeText,
};
const personal = z
  .strictObject({
    ...fields,
    manager: maybeText,
    notes: maybeText,
    businessPhones: z.array(text),
    homePhones: z.array(text),
    displayName: text,
  })
  .partial();
const organisational = z
  .strictObject({ ...fields, businessPhone: maybeText, otherPhone: maybeText, displayName: text })
  .partial();

const schemas = {
  add: personal.extend({ displayName: text, folderId: text.optional() }),
  change: personal.extend({ contactId: text }),
  remove: z.strictObject({ contactId: text }),
  folder: z.strictObject({ displayName: text, parentFolderId: text.optional() }),
  removeFolder: z.strictObject({ folderId: text }),
  addOrg: organisational.extend({ displayName: text }),
  removeOrg: z.strictObject({ forGood: z.boolean().optional() }),
};

/** People's own contacts and those of the organisation, as JSON over HTTP. */
export function registerContactControl(app: FastifyInstance, control: ContactControl): void {
  const on = routesOn(app);
  const own = '/control/people/:id/contacts';
  app.get<{ Params: Params }>(own, (request, reply) =>
    sendAnswer(reply, control.contacts(request.params.id)),
  );
  on(own, schemas.add, ({ folderId, displayName, ...body }, id) =>
    control.add(id, { ...present(body), displayName }, folderId),
  );
  on(
    own,
    schemas.change,
    ({ contactId, ...body }, id) => control.change(id, contactId, present(body)),
    'PATCH',
  );
  on(own, schemas.remove, (body, id) => control.remove(id, body.contactId), 'DELETE');
  const folders = '/control/people/:id/contact-folders';
  on(folders, schemas.folder, (body, id) => control.addFolder(id, body.displayName, body.parentFolderId));
  on(folders, schemas.removeFolder, (body, id) => control.removeFolder(id, body.folderId), 'DELETE');

  const org = '/control/org-contacts';
  app.get(org, () => control.orgContacts());
  on(org, schemas.addOrg, ({ displayName, ...body }) =>
    control.addOrgContact({ ...present(body), displayName }),
  );
  on(`${org}/:id`, organisational, (body, id) => control.changeOrgContact(id, present(body)), 'PATCH');
  on(
    `${org}/:id`,
    schemas.removeOrg,
    (body, id) => control.removeOrgContact(id, body.forGood ?? false),
    'DELETE',
  );
  on(`${org}/:id/restore`, z.strictObject({}), (_, id) => control.restoreOrgContact(id));
}
