import { ClosableDialog } from '../../design/closable-dialog.tsx';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { EditedPerson } from '../../state/person-editor.ts';
import { FormField } from './form-fields.tsx';
import { FormFrame } from './form-frame.tsx';

interface DescribeDialogProps {
  readonly edited: EditedPerson;
  readonly model: ConsoleModel;
}

/** What operators write about a person: note, tasks, other names. */
export function DescribeDialog({ edited, model }: DescribeDialogProps) {
  const { person, form } = edited;
  const { editor } = model.directory;
  const say = model.texts.screen.edit;
  return (
    <ClosableDialog title={say.title(person.name)} closeLabel={say.close} onClose={() => editor.close()}>
      <FormFrame form={form} texts={model.texts} onSave={() => editor.save()}>
        <FormField form={form} name="note" label={say.note} hint={say.noteHint} rows={4} />
        <FormField form={form} name="tasks" label={say.tasks} hint={say.oneALine} rows={3} />
        <FormField
          form={form}
          name="alternateNames"
          label={say.alternateNames}
          hint={say.oneALine}
          rows={2}
        />
        <FormField form={form} name="nicknames" label={say.nicknames} hint={say.oneALine} rows={2} />
      </FormFrame>
    </ClosableDialog>
  );
}
