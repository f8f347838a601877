const root = '/api/admin';
const ofTenant = (tenantId: string): string => `${root}/tenants/${encodeURIComponent(tenantId)}`;
const ofQueue = (tenantId: string, queueId: string): string =>
  `${ofTenant(tenantId)}/queues/${encodeURIComponent(queueId)}`;

/**
 * The addresses of the administration, for the CLI and for programs. Each wants `Authorization: Bearer` with the
 * server's administration token; bodies and answers are JSON, errors an `AdminError`.
 */
export const adminRoutes = {
  root,
  /** GET lists, POST adds (201) or renames (200). */
  tenants: `${root}/tenants`,
  /** PATCH changes. */
  tenant: ofTenant,
  /** GET lists, POST adds (201). */
  queues: (tenantId: string): string => `${ofTenant(tenantId)}/queues`,
  /** GET shows, PATCH changes, DELETE removes a queue without live calls. */
  queue: ofQueue,
  /** PATCH: day, night or by its hours; emergency. */
  queueSwitches: (tenantId: string, queueId: string): string => `${ofQueue(tenantId, queueId)}/switches`,
  /** POST makes and sets an announcement of clips. */
  queueAnnouncement: (tenantId: string, queueId: string): string =>
    `${ofQueue(tenantId, queueId)}/announcement`,
  /** PUT lets an operator answer the queue or gives them their rank; DELETE takes them out of it. */
  queueOperator: (tenantId: string, queueId: string, personId: string): string =>
    `${ofQueue(tenantId, queueId)}/operators/${encodeURIComponent(personId)}`,
  /** GET lists. POST with `?name=` adds (201): the body is the file. */
  sounds: (tenantId: string): string => `${ofTenant(tenantId)}/sounds`,
  /** GET shows, DELETE removes a sound that no queue plays. */
  sound: (tenantId: string, soundId: string): string =>
    `${ofTenant(tenantId)}/sounds/${encodeURIComponent(soundId)}`,
  /** GET lists. */
  templates: (tenantId: string): string => `${ofTenant(tenantId)}/templates`,
  /** PUT keeps one of the tenant's own, DELETE removes one. */
  template: (tenantId: string, name: string, language: string): string =>
    `${ofTenant(tenantId)}/templates/${encodeURIComponent(name)}/${encodeURIComponent(language)}`,
  /** GET gives the contacts that operators keep together as CSV; POST takes such a file, and answers with a `ContactImport`. */
  contacts: (tenantId: string): string => `${ofTenant(tenantId)}/contacts.csv`,
  /** GET lists. */
  operators: (tenantId: string): string => `${ofTenant(tenantId)}/operators`,
  /** PUT adds (201) or replaces (200). DELETE removes an operator who has no call. */
  operator: (tenantId: string, personId: string): string =>
    `${ofTenant(tenantId)}/operators/${encodeURIComponent(personId)}`,
  /** GET shows, PATCH changes its settings, DELETE erases what is cached; `?withOwn=true` also what operators made. */
  directory: (tenantId: string): string => `${ofTenant(tenantId)}/directory`,
  /** POST begins to read everything anew. */
  directoryReading: (tenantId: string): string => `${ofTenant(tenantId)}/directory/read`,
  /** DELETE erases one person everywhere. */
  directoryPerson: (tenantId: string, personId: string): string =>
    `${ofTenant(tenantId)}/directory/people/${encodeURIComponent(personId)}`,
  /** GET lists, newest first; `call.ts` has what may stand behind `?`. */
  calls: (tenantId: string): string => `${ofTenant(tenantId)}/calls`,
  /** GET shows a call with its timeline. */
  call: (tenantId: string, callId: string): string =>
    `${ofTenant(tenantId)}/calls/${encodeURIComponent(callId)}`,
  /** GET. `?tenantId=` leaves the other tenants out. */
  doctor: `${root}/doctor`,
} as const;
