import {
  Button,
  Field,
  makeStyles,
  Slider,
  SpinButton,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { callsThatRing, ringSounds, whileTalkingChoices } from '@switchboard/contract/preferences/ringing';
import type { Preferences } from '@switchboard/contract/preferences/sections';
import { ChoiceField } from '../../design/choice-field.tsx';
import { useValue } from '../../design/use-value.ts';
import type { SettingsPanelProps } from './settings-dialog.tsx';
import { SpeakerField } from './speaker-field.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column' },
  volume: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  slider: { flex: '1 1 120px', maxWidth: '280px' },
  percent: { minWidth: '48px', fontVariantNumeric: 'tabular-nums' },
  seconds: { maxWidth: '120px' },
});

/** What the contract takes. */
const longest = { min: 5, max: 600 };

/** Which calls ring, how, how loud and where. */
export function SoundsPanel({ model, attention }: SettingsPanelProps) {
  const styles = useStyles();
  const ringing = useValue(model.preferences.of('ringing'));
  const state = useValue(attention.ringer.state);
  const say = model.texts.screen.settings.sounds;
  const change = (fields: Partial<Preferences<'ringing'>>): void =>
    model.preferences.change('ringing', fields);
  return (
    <>
      <div className={styles.head}>
        <Switch
          label={say.rings}
          checked={ringing.rings}
          onChange={(_, { checked }) => change({ rings: checked })}
        />
        <Text size={200}>{say.state[state]}</Text>
      </div>
      <ChoiceField
        label={say.which}
        choices={callsThatRing}
        names={say.calls}
        chosen={ringing.calls}
        onChoose={(calls) => change({ calls })}
      />
      <Field label={say.longWait}>
        <SpinButton
          className={styles.seconds}
          {...longest}
          step={5}
          value={ringing.longWait}
          onChange={(_, { value, displayValue }) => {
            const seconds = Math.round(value ?? Number(displayValue));
            if (seconds >= longest.min && seconds <= longest.max) change({ longWait: seconds });
          }}
        />
      </Field>
      <ChoiceField
        label={say.sound}
        choices={ringSounds}
        names={say.soundNames}
        chosen={ringing.sound}
        isRow
        onChoose={(sound) => change({ sound })}
      />
      <Field label={say.volume}>
        <div className={styles.volume}>
          <Slider
            className={styles.slider}
            min={0}
            max={100}
            step={5}
            value={ringing.volume}
            aria-valuetext={say.percent(ringing.volume)}
            onChange={(_, { value }) => change({ volume: value })}
          />
          <Text className={styles.percent}>{say.percent(ringing.volume)}</Text>
          <Button onClick={() => attention.ringer.tryOut()}>{say.test}</Button>
        </div>
      </Field>
      <Switch
        label={say.grows}
        checked={ringing.grows}
        onChange={(_, { checked }) => change({ grows: checked })}
      />
      <ChoiceField
        label={say.talking}
        choices={whileTalkingChoices}
        names={say.whileTalking}
        chosen={ringing.whileTalking}
        isRow
        onChoose={(whileTalking) => change({ whileTalking })}
      />
      <SpeakerField model={model} attention={attention} />
    </>
  );
}
