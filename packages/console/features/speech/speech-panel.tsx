import { Field, Radio, RadioGroup, SpinButton, Text } from '@fluentui/react-components';
import { speechLevels } from '@switchboard/contract/preferences/speech';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { situationOf } from '../../state/situation.ts';

/** What the contract takes. */
const narrowest = 20;
const widest = 80;

/** How much is said aloud, and how wide the one line is. */
export function SpeechPanel({ model }: { readonly model: ConsoleModel }) {
  const { level, lineWidth } = useValue(model.workplace.speech);
  useValue(model.now);
  const say = model.texts.speech;
  const change = (width: number): void => {
    const whole = Math.round(width);
    if (whole >= narrowest && whole <= widest) model.preferences.change('speech', { lineWidth: whole });
  };
  return (
    <>
      <Field label={say.level}>
        <RadioGroup
          value={level}
          onChange={(_, { value }) => {
            const chosen = speechLevels.find((each) => each === value);
            if (chosen !== undefined) model.preferences.change('speech', { level: chosen });
          }}
        >
          {speechLevels.map((each) => (
            <Radio key={each} value={each} label={say.levels[each]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={say.lineWidth} hint={say.lineWidthHint}>
        <SpinButton
          value={lineWidth}
          min={narrowest}
          max={widest}
          onChange={(_, { value, displayValue }) => change(value ?? Number(displayValue))}
        />
      </Field>
      <Text font="monospace">{model.texts.oneLine(situationOf(model), lineWidth)}</Text>
    </>
  );
}
