import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import type { LoginBase } from './login-base.ts';
import type { MsalClients } from './msal-client.ts';
import type { TokenCacheStore } from './token-cache-store.ts';

/** What tokens of people are made with. */
export interface OperatorTokenParts {
  readonly msal: MsalClients;
  readonly base: LoginBase;
  readonly caches: TokenCacheStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly secrets: readonly (string | undefined)[];
}
