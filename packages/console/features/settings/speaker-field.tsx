import { Button, Field, makeStyles, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useValue } from '../../design/use-value.ts';
import type { SettingsPanelProps } from './settings-dialog.tsx';

const useStyles = makeStyles({ button: { alignSelf: 'flex-start' }, select: { maxWidth: '360px' } });

/** Where it rings, on this machine. */
export function SpeakerField({ model, attention }: SettingsPanelProps) {
  const styles = useStyles();
  const speakers = useValue(attention.machine.sound.speakers);
  const { chosen, isGone } = useValue(attention.speaker.state);
  const [isRefused, setRefused] = useState(false);
  const say = model.texts.screen.settings.sounds;
  if (speakers.kind !== 'named') {
    const ask = async (): Promise<void> => setRefused(!(await attention.machine.sound.nameSpeakers()));
    return (
      <>
        <Text weight="semibold">{say.speaker}</Text>
        {speakers.kind === 'fixed' ? (
          <Text>{say.fixed}</Text>
        ) : (
          <>
            <Text>{say.nameWhy}</Text>
            <Button className={styles.button} onClick={() => void ask()}>
              {say.name}
            </Button>
          </>
        )}
        <Text role="status">{isRefused && speakers.kind === 'unnamed' ? say.notNamed : ''}</Text>
        <Text size={200}>{say.speech}</Text>
      </>
    );
  }
  return (
    <Field
      label={say.speaker}
      hint={say.speech}
      {...(isGone ? { validationMessage: say.isGone, validationState: 'warning' } : {})}
    >
      <Select
        className={styles.select}
        value={chosen?.deviceId ?? ''}
        onChange={(_, { value }) =>
          void attention.speaker.choose(speakers.list.find(({ deviceId }) => deviceId === value))
        }
      >
        <option value="">{say.system}</option>
        {speakers.list.map(({ deviceId, label }) => (
          <option key={deviceId} value={deviceId}>
            {label}
          </option>
        ))}
        {chosen !== undefined && isGone && <option value={chosen.deviceId}>{say.gone(chosen.label)}</option>}
      </Select>
    </Field>
  );
}
