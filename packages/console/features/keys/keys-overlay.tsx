import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { KeyCap } from '../../design/key-cap.tsx';
import type { Texts } from '../../i18n/texts.ts';
import { keyActions, keyMap } from '../../state/key-map.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  term: { justifySelf: 'end' },
  what: { margin: 0 },
});

interface KeysOverlayProps {
  readonly isOpen: boolean;
  readonly texts: Texts;
  readonly onClose: () => void;
}

/** Every key and what it does, out of the one table. */
export function KeysOverlay({ isOpen, texts, onClose }: KeysOverlayProps) {
  const styles = useStyles();
  const say = texts.screen.keys;
  const rows = [
    { cap: say.anyLetter, what: say.anyLetterHint },
    ...keyActions.map((action) => ({
      cap: texts.keyCaps[keyMap[action].key] ?? keyMap[action].key,
      what: texts.keyNames[action],
    })),
  ];
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say.title}</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              {rows.flatMap(({ cap, what }) => [
                <dt key={cap} className={styles.term}>
                  <KeyCap cap={cap} />
                </dt>,
                <dd key={`${cap}:`} className={styles.what}>
                  {what}
                </dd>,
              ])}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {say.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
