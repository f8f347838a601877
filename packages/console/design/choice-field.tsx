import { Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';

interface ChoiceFieldProps<Choice extends string> {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly names: Readonly<Record<Choice, string>>;
  readonly chosen: Choice;
  /** Short names, beside each other. */
  readonly isRow?: boolean;
  readonly onChoose: (choice: Choice) => void;
}

const useStyles = makeStyles({ row: { flexWrap: 'wrap' } });

/** One of a few, all in sight. */
export function ChoiceField<Choice extends string>(props: ChoiceFieldProps<Choice>) {
  const styles = useStyles();
  const { label, choices, names, chosen, isRow, onChoose } = props;
  return (
    <Field label={label}>
      <RadioGroup
        className={isRow === true ? styles.row : undefined}
        layout={isRow === true ? 'horizontal' : 'vertical'}
        value={chosen}
        onChange={(_, { value }) => {
          const choice = choices.find((each) => each === value);
          if (choice !== undefined) onChoose(choice);
        }}
      >
        {choices.map((each) => (
          <Radio key={each} value={each} label={names[each]} />
        ))}
      </RadioGroup>
    </Field>
  );
}
