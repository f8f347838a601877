import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { HiddenText } from '../../design/hidden-text.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { useMedia } from '../../design/use-media.ts';
import { queries } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  button: { minWidth: 0, flexShrink: 0, gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
});

/** Opens the calls that are over, and those to call back. Where there is little room, its sign and key stand alone. */
export function HistoryButton({ model }: { readonly model: ConsoleModel }) {
  const styles = useStyles();
  const isNarrow = useMedia(queries.narrow);
  const { history, keyCap } = model.texts;
  return (
    <Button
      className={styles.button}
      appearance="subtle"
      size="small"
      icon={<HistoryRegular />}
      title={history.title}
      onClick={() => model.past.open()}
    >
      {isNarrow ? <HiddenText>{history.button}</HiddenText> : history.button}
      <KeyCap cap={keyCap('openHistory')} />
    </Button>
  );
}
