import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useEffect, useRef, useState } from 'react';
import { fetchHistoryFile } from '../../connection/history-file.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { HistoryModel } from '../../state/history/history-model.ts';

const useStyles = makeStyles({
  part: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface ExportButtonProps {
  readonly history: HistoryModel;
  readonly model: ConsoleModel;
}

/** Saves every call that fits as a table; shows how far it is, and can be stopped. */
export function ExportButton({ history, model }: ExportButtonProps) {
  const styles = useStyles();
  const [written, setWritten] = useState<number>();
  const stop = useRef<AbortController>(undefined);
  const say = model.texts.history.export;
  useEffect(() => () => stop.current?.abort(), []);
  const begin = async (): Promise<void> => {
    const filter = history.filter();
    if (filter === undefined) return;
    const under = new AbortController();
    stop.current = under;
    setWritten(0);
    const file = await fetchHistoryFile(filter, { onProgress: setWritten, signal: under.signal });
    if (file.kind === 'stopped') return;
    setWritten(undefined);
    if (file.kind !== 'whole') return model.complain(file.kind === 'refused' ? say.refused : say.failed);
    saveFile('calls.csv', file.csv);
    model.notices.show('info', say.done(file.calls));
    model.announcer.say({ text: say.done(file.calls), urgency: 'polite' });
  };
  const end = (): void => {
    stop.current?.abort();
    setWritten(undefined);
  };
  const isUnder = written !== undefined;
  // One button for both, so that the focus stays in the dialog.
  return (
    <span className={styles.part}>
      {isUnder && <Text size={200}>{say.under(written)}</Text>}
      <Button
        size="small"
        icon={isUnder ? null : <ArrowDownloadRegular />}
        title={isUnder ? undefined : say.hint}
        onClick={() => (isUnder ? end() : void begin())}
      >
        {isUnder ? say.stop : say.button}
      </Button>
    </span>
  );
}

/** Where the browser keeps what is downloaded. */
function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file once the click has been followed.
  queueMicrotask(() => URL.revokeObjectURL(address));
}
