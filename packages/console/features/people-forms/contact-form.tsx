import { makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { type ContactField, contactFields } from '../../state/contact-form.ts';
import type { DraftForm } from '../../state/draft-form.ts';
import { twoStep } from '../../state/two-step-guard.ts';
import { FormField } from './form-fields.tsx';
import { FormFrame } from './form-frame.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  wide: { gridColumn: '1 / -1' },
  remove: { marginInlineStart: 'auto' },
});

interface ContactFormProps {
  readonly person: PersonView | undefined;
  readonly form: DraftForm<ContactField>;
  readonly model: ConsoleModel;
}

/** The fields of a shared contact. */
export function ContactForm({ person, form, model }: ContactFormProps) {
  const styles = useStyles();
  const { contacts } = model.directory;
  const { screen } = model.texts;
  const say = screen.contacts;
  const isLong = (field: ContactField): boolean => field === 'tasks' || field === 'note';
  return (
    <FormFrame
      form={form}
      texts={model.texts}
      onSave={() => contacts.save()}
      buttons={person?.can.includes('remove') && <RemoveButton person={person} model={model} />}
    >
      <div className={styles.fields}>
        {contactFields.map((field) => (
          <div key={field} className={field === 'name' || isLong(field) ? styles.wide : undefined}>
            <FormField
              form={form}
              name={field}
              label={say.fields[field]}
              isRequired={field === 'name'}
              {...(field === 'tasks' ? { hint: screen.edit.oneALine } : {})}
              {...(isLong(field) ? { rows: 2 } : {})}
            />
          </div>
        ))}
      </div>
    </FormFrame>
  );
}

function RemoveButton({ person, model }: { readonly person: PersonView; readonly model: ConsoleModel }) {
  const styles = useStyles();
  const armed = useValue(model.guard.armed);
  useValue(model.now);
  const { contacts } = model.directory;
  const { screen, announcements } = model.texts;
  const isArmed = armed?.what === twoStep.removeContact(person.personId);
  const seconds = armed === undefined ? 0 : Math.max(1, Math.ceil((armed.until - model.clock.now()) / 1000));
  return (
    <span className={styles.remove}>
      <ActionButton
        label={isArmed ? screen.contacts.removeSure(seconds) : screen.contacts.remove}
        icon={<DeleteRegular />}
        look={isArmed ? 'primary' : 'secondary'}
        onPress={() => {
          if (contacts.remove()) return;
          model.announcer.say({ text: announcements.removeAgain(person.name), urgency: 'assertive' });
        }}
      />
    </span>
  );
}
