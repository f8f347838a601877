import type { World } from '../../world/world.ts';
import type { PromptStore } from '../delivery/prompt-store.ts';
import type { CallNotifier } from './call-notifier.ts';
import type { CallRegistry } from './call-registry.ts';

/** An application that has a webhook for calls. */
export interface CallApplication {
  readonly applicationId: string;
  readonly displayName: string;
  /** Where its incoming calls are announced: the bot channel's "Webhook (for calling)". */
  readonly webhook: string | undefined;
  readonly applicationPermissions: readonly string[];
}

/** What every action on a call works with. */
export interface CallContext {
  readonly world: World;
  readonly tenantId: string;
  readonly calls: CallRegistry;
  readonly tell: CallNotifier;
  readonly prompts: PromptStore;
  readonly application: (applicationId: string) => CallApplication | undefined;
}
