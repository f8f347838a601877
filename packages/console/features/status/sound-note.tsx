import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SpeakerMuteRegular } from '@fluentui/react-icons/svg/speaker-mute';
import { useMedia } from '../../design/use-media.ts';
import { useValue } from '../../design/use-value.ts';
import { queries } from '../../design/window-sizes.ts';
import type { Attention } from '../../state/attention/attention.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  note: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    minWidth: 0,
    flexShrink: 0,
    whiteSpace: 'nowrap',
  },
});

interface SoundNoteProps {
  readonly model: ConsoleModel;
  readonly attention: Attention;
}

/** While the browser lets nothing sound: an operator who waits for a ring must know that there would be none. */
export function SoundNote({ model, attention }: SoundNoteProps) {
  const styles = useStyles();
  const isNarrow = useMedia(queries.narrow);
  const state = useValue(attention.ringer.state);
  if (state !== 'blocked') return null;
  const { soundBlocked, soundOff } = model.texts.screen.settings;
  return (
    <Button
      size="small"
      className={styles.note}
      icon={<SpeakerMuteRegular />}
      title={soundBlocked}
      onClick={() => attention.machine.sound.unlock()}
    >
      {isNarrow ? soundOff : soundBlocked}
    </Button>
  );
}
