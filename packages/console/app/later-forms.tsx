import { useCallback, useEffect, useRef } from 'react';
import { useLoaded } from '../design/use-loaded.ts';
import { useValue } from '../design/use-value.ts';
import type { ConsoleModel } from '../state/console-model.ts';
import type { OperatorActions } from '../state/operator-actions.ts';

interface LaterFormsProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

const loadDescribe = () => import('../features/people-forms/describe-dialog.tsx');
const loadContacts = () => import('../features/people-forms/contacts-dialog.tsx');
const loadMessage = () => import('../features/messages/message-dialog.tsx');
const loadGroup = () => import('../features/people-forms/group-dialog.tsx');

/** The forms about people, fetched when one is first wanted. The search has the focus again when the last is closed. */
export function LaterForms({ model, actions }: LaterFormsProps) {
  const { editor, contacts, naming } = model.directory;
  const edited = useValue(editor.state);
  const shared = useValue(contacts.state);
  const named = useValue(naming);
  const { composer } = model.messages;
  const written = useValue(composer.state);
  const onFailed = useCallback(() => {
    editor.close();
    contacts.close();
    naming.set(undefined);
    composer.close();
    model.complain(model.texts.screen.notLoaded);
  }, [model, editor, contacts, naming, composer]);
  const describe = useLoaded(edited !== undefined, loadDescribe, onFailed);
  const contactsPart = useLoaded(shared !== undefined, loadContacts, onFailed);
  const group = useLoaded(named !== undefined, loadGroup, onFailed);
  const message = useLoaded(written !== undefined, loadMessage, onFailed);
  useReturn(
    [edited, shared, named, written].some((each) => each !== undefined),
    actions,
  );
  return (
    <>
      {edited !== undefined && describe !== undefined && (
        <describe.DescribeDialog edited={edited} model={model} />
      )}
      {shared !== undefined && contactsPart !== undefined && (
        <contactsPart.ContactsDialog state={shared} model={model} actions={actions} />
      )}
      {named !== undefined && group !== undefined && (
        <group.GroupDialog person={named} model={model} actions={actions} />
      )}
      {written !== undefined && message !== undefined && (
        <message.MessageDialog open={written} model={model} />
      )}
    </>
  );
}

/** Back to the search when what was open is closed. */
function useReturn(isOpen: boolean, actions: OperatorActions): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) actions.focusSearch();
    wasOpen.current = isOpen;
  }, [isOpen, actions]);
}
