import { Button, Field, makeStyles, Switch, Text } from '@fluentui/react-components';
import type { Preferences } from '@switchboard/contract/preferences/sections';
import { useValue } from '../../design/use-value.ts';
import type { SettingsPanelProps } from './settings-dialog.tsx';

const useStyles = makeStyles({
  button: { alignSelf: 'flex-start' },
  head: { display: 'flex', flexDirection: 'column' },
});

/** What is told on the desktop while the operator works elsewhere. */
export function NoticesPanel({ model, attention }: SettingsPanelProps) {
  const styles = useStyles();
  const { notices, isCallerMasked } = useValue(model.preferences.of('ringing'));
  const permission = useValue(attention.machine.notices.permission);
  const say = model.texts.screen.settings.notices;
  const change = (fields: Partial<Preferences<'ringing'>>): void =>
    model.preferences.change('ringing', fields);
  return (
    <>
      <div className={styles.head}>
        <Switch
          label={say.shows}
          checked={notices}
          onChange={(_, { checked }) => change({ notices: checked })}
        />
        <Text role="status" size={200}>
          {say.state[permission]}
        </Text>
      </div>
      {permission === 'ask' && (
        <Button className={styles.button} onClick={() => void attention.machine.notices.ask()}>
          {say.ask}
        </Button>
      )}
      <Field hint={say.maskedHint}>
        <Switch
          label={say.masked}
          checked={isCallerMasked}
          onChange={(_, { checked }) => change({ isCallerMasked: checked })}
        />
      </Field>
      <Text>{say.also}</Text>
    </>
  );
}
