import type { MessageTemplateView } from '@switchboard/contract/views/message-view';
import { shippedTemplates } from '@switchboard/contract/words/shipped-templates';
import type { TenantId } from '@switchboard/domain/ids';
import type { Store } from '@switchboard/store/access/store';
import { listTemplates } from '@switchboard/store/messages/templates';

/** Every template that a tenant's operators may use: its own first, then those that come along and none stands in for. */
export async function templatesOf(
  store: Store,
  tenantId: TenantId,
): Promise<readonly (MessageTemplateView & { readonly isShipped: boolean })[]> {
  const own = await listTemplates(store, tenantId);
  const isReplaced = ({ name, language }: Pick<MessageTemplateView, 'name' | 'language'>): boolean =>
    own.some((each) => each.name === name && each.language === language);
  return [
    ...own.map((template) => ({ ...template, isShipped: false })),
    ...shippedTemplates
      .filter((template) => !isReplaced(template))
      .map((template) => ({ ...template, isShipped: true })),
  ];
}
