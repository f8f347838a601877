import { makeStyles } from '@fluentui/react-components';
import { ClosableDialog } from '../../design/closable-dialog.tsx';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { ContactsState } from '../../state/contact-desk.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { ContactForm } from './contact-form.tsx';
import { ContactsStart } from './contacts-start.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(720px, calc(100vw - 32px))' },
});

interface ContactsDialogProps {
  readonly state: ContactsState;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** The contacts that operators keep together: one of them, or all as a file. */
export function ContactsDialog({ state, model, actions }: ContactsDialogProps) {
  const styles = useStyles();
  const { contacts } = model.directory;
  const say = model.texts.screen.contacts;
  const title =
    state.kind === 'start'
      ? say.title
      : state.person === undefined
        ? say.newTitle
        : say.changeTitle(state.person.name);
  return (
    <ClosableDialog
      title={title}
      closeLabel={model.texts.screen.edit.close}
      onClose={() => contacts.close()}
      className={styles.surface}
    >
      {state.kind === 'start' ? (
        <ContactsStart imported={state.imported} model={model} actions={actions} />
      ) : (
        <ContactForm person={state.person} form={state.form} model={model} />
      )}
    </ClosableDialog>
  );
}
