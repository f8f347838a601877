import { Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useValue } from '../../design/use-value.ts';
import type { DraftForm } from '../../state/draft-form.ts';

const useStyles = makeStyles({
  text: { width: '100%' },
});

interface FormFieldProps<Name extends string> {
  readonly form: DraftForm<Name>;
  readonly name: Name;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isRequired?: boolean;
  /** More than one line: how many are shown. */
  readonly rows?: number;
}

/** One field of a form, with what is wrong with it. */
export function FormField<Name extends string>(props: FormFieldProps<Name>) {
  const { form, name, label, hint, isRequired = false, rows } = props;
  const styles = useStyles();
  const { values, problems } = useValue(form.state);
  const problem = problems.get(name);
  const control = { value: values[name], className: styles.text };
  return (
    <Field
      label={label}
      required={isRequired}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === undefined ? {} : { validationState: 'error' as const, validationMessage: problem })}
    >
      {rows === undefined ? (
        <Input {...control} autoComplete="off" onChange={(_, { value }) => form.type(name, value)} />
      ) : (
        <Textarea
          {...control}
          rows={rows}
          resize="vertical"
          onChange={(_, { value }) => form.type(name, value)}
        />
      )}
    </Field>
  );
}
