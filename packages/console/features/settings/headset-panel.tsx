import { Button, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { hangUpChoices, muteChoices } from '@switchboard/contract/preferences/headset';
import type { Preferences } from '@switchboard/contract/preferences/sections';
import { ChoiceField } from '../../design/choice-field.tsx';
import { useValue } from '../../design/use-value.ts';
import type { SettingsPanelProps } from './settings-dialog.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The headset of this desk, and what its keys do. */
export function HeadsetPanel({ model, attention }: SettingsPanelProps) {
  const styles = useStyles();
  const rules = useValue(model.preferences.of('headset'));
  const state = useValue(attention.headset.state);
  const say = model.texts.screen.settings.headset;
  const change = (fields: Partial<Preferences<'headset'>>): void =>
    model.preferences.change('headset', fields);
  const isConnected = state.kind === 'connected';
  return (
    <>
      <Text role="status">{say.stands(state)}</Text>
      {state.kind !== 'missing' && state.kind !== 'elsewhere' && (
        <div className={styles.buttons}>
          <Button onClick={() => void attention.headset.connect()}>
            {isConnected ? say.another : say.connect}
          </Button>
          {isConnected && <Button onClick={() => void attention.headset.disconnect()}>{say.forget}</Button>}
        </div>
      )}
      <Switch
        label={say.takes}
        checked={rules.takesCalls}
        onChange={(_, { checked }) => change({ takesCalls: checked })}
      />
      <ChoiceField
        label={say.onHook}
        choices={hangUpChoices}
        names={say.onHookChoices}
        chosen={rules.onHook}
        onChoose={(onHook) => change({ onHook })}
      />
      <ChoiceField
        label={say.onMute}
        choices={muteChoices}
        names={say.onMuteChoices}
        chosen={rules.onMute}
        onChoose={(onMute) => change({ onMute })}
      />
      <Text size={200}>{say.teams}</Text>
    </>
  );
}
