import { Button, makeStyles, Switch, Text } from '@fluentui/react-components';
import { waysToCall } from '@switchboard/contract/preferences/calling';
import { ChoiceField } from '../../design/choice-field.tsx';
import { useValue } from '../../design/use-value.ts';
import type { SettingsPanelProps } from './settings-dialog.tsx';

const useStyles = makeStyles({
  button: { alignSelf: 'flex-start' },
  head: { display: 'flex', flexDirection: 'column' },
});

/** The console as an app, and the screen it is on. */
export function AppPanel({ model, attention }: SettingsPanelProps) {
  const styles = useStyles();
  const { app, wake } = attention.machine;
  const { keepsAwake } = useValue(model.preferences.of('ringing'));
  const install = useValue(app.state);
  const awake = useValue(wake.state);
  const calling = useValue(model.preferences.of('calling'));
  const say = model.texts.screen.settings.app;
  const { calling: words } = model.texts.history;
  return (
    <>
      <Text>{say.install[install]}</Text>
      {install === 'offered' && (
        <Button className={styles.button} onClick={() => void app.install()}>
          {say.button}
        </Button>
      )}
      <div className={styles.head}>
        <ChoiceField
          label={words.title}
          choices={waysToCall}
          names={words.names}
          chosen={calling.with}
          onChoose={(way) => model.preferences.change('calling', { with: way })}
        />
        <Text size={200}>{words.hint}</Text>
      </div>
      <div className={styles.head}>
        <Switch
          label={say.keepsAwake}
          checked={keepsAwake}
          disabled={awake === 'missing'}
          onChange={(_, { checked }) => model.preferences.change('ringing', { keepsAwake: checked })}
        />
        <Text role="status" size={200}>
          {say.wake[awake]}
        </Text>
      </div>
    </>
  );
}
