import { BookContactsRegular } from '@fluentui/react-icons/svg/book-contacts';
import { ActionButton } from '../../design/action-button.tsx';
import type { ConsoleModel } from '../../state/console-model.ts';

/** Opens the contacts that operators keep together. */
export function ContactsButton({ model }: { readonly model: ConsoleModel }) {
  const { screen, keyCap } = model.texts;
  return (
    <ActionButton
      size="small"
      look="subtle"
      icon={<BookContactsRegular />}
      label={screen.contacts.short}
      description={screen.contacts.open}
      cap={keyCap('sharedContacts')}
      onPress={() => model.directory.contacts.open()}
    />
  );
}
