import { Button, Field, Input } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { useState } from 'react';
import { ClosableDialog } from '../../design/closable-dialog.tsx';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

/** What the contract takes. */
const longestName = 40;

interface GroupDialogProps {
  readonly person: PersonView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** Names a new group for a favourite. */
export function GroupDialog({ person, model, actions }: GroupDialogProps) {
  const [name, setName] = useState('');
  const say = model.texts.screen;
  const close = (): void => model.directory.naming.set(undefined);
  return (
    <ClosableDialog title={say.favourites.title(person.name)} closeLabel={say.edit.close} onClose={close}>
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' }}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          actions.people.moveToGroup(person, name);
          close();
        }}
      >
        <Field label={say.favourites.group} hint={say.favourites.hint} style={{ width: '100%' }}>
          <Input
            value={name}
            maxLength={longestName}
            autoComplete="off"
            onChange={(_, { value }) => setName(value)}
          />
        </Field>
        <Button type="submit" appearance="primary" disabledFocusable={name.trim() === ''}>
          {say.edit.save}
        </Button>
      </form>
    </ClosableDialog>
  );
}
