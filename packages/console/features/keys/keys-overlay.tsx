import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { ClosableDialog } from '../../design/closable-dialog.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { keyActions } from '../../state/key-map.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(920px, calc(100vw - 32px))' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalM,
  },
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`,
  },
  term: { justifySelf: 'end' },
  what: { margin: 0 },
});

interface KeysOverlayProps {
  readonly model: ConsoleModel;
  readonly onClose: () => void;
}

interface KeyRow {
  readonly cap: string;
  readonly what: string;
}

/** Every key and what it does, out of the tables that the keys are followed by. */
export function KeysOverlay({ model, onClose }: KeysOverlayProps) {
  const styles = useStyles();
  const { texts } = model;
  const { letters } = useValue(model.keys.profile);
  const say = texts.screen.keys;
  const { calls, person, callBacks, messages } = texts.letterNames;
  const everywhere: readonly KeyRow[] = [
    { cap: say.anyLetter, what: say.anyLetterHint },
    ...keyActions.map((action) => ({ cap: texts.keyCap(action) || say.noKey, what: texts.keyNames[action] })),
  ];
  return (
    <ClosableDialog
      title={say.title}
      closeLabel={say.close}
      onClose={onClose}
      className={styles.surface}
      isScrollable
    >
      <div className={styles.columns}>
        <KeyList title={say.everywhere} rows={everywhere} />
        <div>
          <KeyList
            title={say.inCalls(texts.keyCap('focusCalls'))}
            rows={[...lettersOf(letters.calls, calls), { cap: say.digits, what: calls.digits }]}
          />
          <KeyList
            title={say.onCallBacks(texts.keyCap('focusCalls'))}
            rows={lettersOf(letters.callBacks, callBacks)}
          />
          <KeyList
            title={say.onMessages(texts.keyCap('focusCalls'))}
            rows={lettersOf(letters.messages, messages)}
          />
          <KeyList
            title={say.inPerson(texts.keyCap('toPerson'))}
            rows={[{ cap: say.lines, what: person.lines }, ...lettersOf(letters.person, person)]}
          />
        </div>
      </div>
    </ClosableDialog>
  );
}

/** Letters with what they do; one that does two things stands once. */
function lettersOf<Name extends string>(
  letters: Readonly<Record<Name, string>>,
  names: Readonly<Record<NoInfer<Name>, string>>,
): readonly KeyRow[] {
  const rows = new Map<string, string[]>();
  for (const name of Object.keys(letters) as Name[]) {
    const letter = letters[name];
    rows.set(letter, [...(rows.get(letter) ?? []), names[name]]);
  }
  return Array.from(rows, ([cap, what]) => ({ cap, what: what.join('; ') }));
}

function KeyList({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Text as="h3" block weight="semibold" id={id} style={{ margin: 0 }}>
        {title}
      </Text>
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
    </section>
  );
}
