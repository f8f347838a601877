/**
 * The fixed facts of the pretended tenant: what a configuration, a test or a manual may name.
 * Every id, secret and number here is fictional; the numbers lie in ranges that regulators keep free for drama.
 */
export const contoso = {
  tenantId: 'c0c0c0c0-7e4a-4c0d-9e0a-0a11e5c0de01',
  tenantName: 'Contoso',
  domain: 'contoso.example',
  applicationId: '5b17c4b0-a11e-4f0a-8c0d-000000000a99',
  applicationName: 'Switchboard',
  clientSecret: 'fictional-secret-of-contoso-only',
  queues: {
    reception: {
      id: '0e5e2a11-0001-4c0d-9e0a-000000000100',
      displayName: 'Contoso Reception',
      userPrincipalName: 'reception@contoso.example',
      number: '+442079460100',
    },
    serviceDesk: {
      id: '0e5e2a11-0002-4c0d-9e0a-000000000200',
      displayName: 'Contoso Service Desk',
      userPrincipalName: 'service.desk@contoso.example',
      number: '+442079460200',
    },
  },
  people: {
    eva: '0be4a704-0001-4c0d-9e0a-00000000e4a1',
    omar: '0be4a704-0002-4c0d-9e0a-0000000003a2',
    jan: 'c011ea60-0001-4c0d-9e0a-00000000a001',
    sigridur: 'c011ea60-0002-4c0d-9e0a-00000000a002',
    lukasz: 'c011ea60-0003-4c0d-9e0a-00000000a003',
    nguyen: 'c011ea60-0004-4c0d-9e0a-00000000a004',
    siobhan: 'c011ea60-0005-4c0d-9e0a-00000000a005',
    director: 'c011ea60-0006-4c0d-9e0a-00000000a006',
  },
} as const;

/** A number callers dial: a resource account (application instance) bound to an application. */
export interface Queue {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** E.164 */
  readonly number: string;
  readonly applicationId: string;
}

export const contosoQueues: readonly Queue[] = Object.values(contoso.queues).map((queue) => ({
  ...queue,
  applicationId: contoso.applicationId,
}));
