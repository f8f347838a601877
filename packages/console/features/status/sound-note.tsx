import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SpeakerMuteRegular } from '@fluentui/react-icons/svg/speaker-mute';
import { useValue } from '../../design/use-value.ts';
import type { Attention } from '../../state/attention/attention.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  note: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    // On two lines rather than cut short, where there is little room.
    minWidth: '150px',
    textAlign: 'start',
  },
});

interface SoundNoteProps {
  readonly model: ConsoleModel;
  readonly attention: Attention;
}

/** While the browser lets nothing sound: an operator who waits for a ring must know that there would be none. */
export function SoundNote({ model, attention }: SoundNoteProps) {
  const styles = useStyles();
  const state = useValue(attention.ringer.state);
  if (state !== 'blocked') return null;
  return (
    <Button
      size="small"
      className={styles.note}
      icon={<SpeakerMuteRegular />}
      onClick={() => attention.machine.sound.unlock()}
    >
      {model.texts.screen.settings.soundBlocked}
    </Button>
  );
}
