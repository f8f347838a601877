import { Checkbox, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { messageNotes } from '@switchboard/contract/words/message-words';
import { useValue } from '../../design/use-value.ts';
import type { MessagePartProps } from './message-part.ts';

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  group: { border: 0, padding: 0, margin: 0, display: 'flex', flexDirection: 'column' },
  legend: { padding: 0 },
});

/** What the operator adds: the call that it is about, what was said, what the caller wants. */
export function MessageWords({ open, model }: MessagePartProps) {
  const styles = useStyles();
  const { composer } = model.messages;
  const { values, problems } = useValue(open.form.state);
  const say = model.texts.messages;
  const problem = problems.get('text');
  return (
    <div className={styles.words}>
      {open.calls.length > 0 && (
        <Field label={say.about}>
          <Select value={values.call} onChange={(_, { value }) => composer.type('call', value)}>
            <option value="">{say.noCall}</option>
            {open.calls.map(({ callId, caller, number, at }) => (
              <option key={callId} value={callId}>
                {say.callOf(caller ?? number, at)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        label={say.said}
        hint={say.saidHint}
        {...(problem === undefined ? {} : { validationState: 'error' as const, validationMessage: problem })}
      >
        <Textarea
          value={values.text}
          rows={5}
          resize="vertical"
          onChange={(_, { value }) => composer.type('text', value)}
        />
      </Field>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{say.notes}</legend>
        {messageNotes.map((note) => (
          <Checkbox
            key={note}
            label={say.note[note]}
            checked={values[note] !== ''}
            onChange={(_, { checked }) => composer.type(note, checked === true ? 'yes' : '')}
          />
        ))}
      </fieldset>
    </div>
  );
}
