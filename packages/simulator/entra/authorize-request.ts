import type { EntraApp } from './entra-options.ts';
import type { EntraRefusal } from './refusal.ts';

export const responseModes = ['query', 'fragment', 'form_post'] as const;
export type ResponseMode = (typeof responseModes)[number];

export const prompts = ['none', 'select_account', 'login', 'consent'] as const;
export type Prompt = (typeof prompts)[number];

/** Where and how the answer goes back to the application. */
export interface ReplyAddress {
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  readonly state: string | undefined;
}

/** An authorization request that has passed every check that needs no person. */
export interface AuthorizeRequest {
  readonly app: EntraApp;
  readonly reply: ReplyAddress;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly prompt: Prompt | undefined;
  readonly loginHint: string | undefined;
  readonly wantsClientInfo: boolean;
}

/**
 * A request turned down. Without a trustworthy address to answer to, the person is told on a page of ours
 * and nothing is sent anywhere.
 */
export type AuthorizeRefusal =
  | { readonly to: 'person'; readonly refusal: EntraRefusal }
  | { readonly to: 'application'; readonly reply: ReplyAddress; readonly refusal: EntraRefusal };
