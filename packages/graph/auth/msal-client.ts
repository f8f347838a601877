import { ConfidentialClientApplication } from '@azure/msal-node';
import type { MsalCredential } from './entra-credential.ts';
import { authorityOf, type LoginBase, openIdConfigurationUrl } from './login-base.ts';
import { fetchOpenIdDocument, type WebSource } from './open-id-document.ts';

export interface MsalSetting {
  readonly base: LoginBase;
  readonly clientId: string;
  readonly credential: MsalCredential;
}

/** Makes MSAL clients for all tenants of one authority. */
export interface MsalClients {
  /** One that lives on, and keeps application tokens until they expire. */
  lasting(): Promise<ConfidentialClientApplication>;
  /** One for a single sign-in: what it caches about the person goes with it. */
  fresh(): Promise<ConfidentialClientApplication>;
}

/**
 * MSAL finds its way by itself on Microsoft's hosts. On any other it is told that the host is trusted and handed the
 * endpoints, which are read once and again after a failure.
 */
export function createMsalClients(setting: MsalSetting, source: WebSource): MsalClients {
  const { base, clientId, credential } = setting;
  let metadata: Promise<string | undefined> | undefined;
  let lasting: Promise<ConfidentialClientApplication> | undefined;

  function readMetadata(): Promise<string | undefined> {
    metadata ??= (base.isMicrosoft ? Promise.resolve(undefined) : fetchMetadata(base, source)).catch(
      (error: unknown) => {
        metadata = undefined;
        throw error;
      },
    );
    return metadata;
  }

  async function fresh(): Promise<ConfidentialClientApplication> {
    const authorityMetadata = await readMetadata();
    return new ConfidentialClientApplication({
      auth: {
        clientId,
        ...credential,
        authority: authorityOf(base, 'organizations'),
        ...(authorityMetadata === undefined ? {} : { knownAuthorities: [base.host], authorityMetadata }),
      },
    });
  }

  return {
    fresh,
    lasting() {
      lasting ??= fresh().catch((error: unknown) => {
        lasting = undefined;
        throw error;
      });
      return lasting;
    },
  };
}

const fetchMetadata = async (base: LoginBase, source: WebSource): Promise<string> =>
  (await fetchOpenIdDocument(openIdConfigurationUrl(base, 'organizations'), source)).text;
