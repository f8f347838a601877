import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { ChangeEvent } from 'react';
import { useRef, useState } from 'react';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { KeyEdit } from '../../state/key-edit.ts';
import { keyActions } from '../../state/key-map.ts';
import { isShipped, type LetterGroup, type LetterName, shippedProfiles } from '../../state/key-profile.ts';
import { largestFile, profileFile } from '../../state/key-profile-file.ts';
import { KeyConflict, KeyRow } from './key-row.tsx';
import { saveText } from './save-text.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  said: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  list: { display: 'flex', flexDirection: 'column', listStyleType: 'none', margin: 0, padding: 0 },
  file: { display: 'none' },
});

/** The keys and letters, each to be changed; profiles, and files of them. */
export function KeysPanel({ model }: { readonly model: ConsoleModel }) {
  const styles = useStyles();
  const [edit] = useState(() => new KeyEdit(model.keys, () => model.texts));
  const state = useValue(edit.state);
  const said = useValue(edit.said);
  const { letters } = useValue(model.keys.profile);
  const say = model.texts.keySettings;
  return (
    <>
      <ProfileChoice model={model} edit={edit} />
      <div role="status" className={styles.said}>
        {said.map((line) => (
          <Text key={line} block size={200}>
            {line}
          </Text>
        ))}
      </div>
      {state.kind === 'conflict' && <KeyConflict state={state} edit={edit} model={model} />}
      <section aria-label={say.everywhere}>
        <Text as="h3" weight="semibold">
          {say.everywhere}
        </Text>
        <ul className={styles.list}>
          {keyActions.map((action) => (
            <KeyRow
              key={action}
              subject={{ kind: 'key', action }}
              name={say.nameOf(action)}
              cap={model.texts.keyCap(action)}
              {...{ edit, state, model }}
            />
          ))}
        </ul>
      </section>
      {(Object.keys(letters) as LetterGroup[]).map((group) => (
        <LetterList key={group} {...{ group, edit, model }} />
      ))}
    </>
  );
}

interface PartProps {
  readonly model: ConsoleModel;
  readonly edit: KeyEdit;
}

function LetterList({ group, edit, model }: PartProps & { readonly group: LetterGroup }) {
  const styles = useStyles();
  const state = useValue(edit.state);
  const say = model.texts.keySettings;
  const names: Readonly<Record<string, string>> = model.texts.letterNames[group];
  const letters: Readonly<Record<string, string>> = useValue(model.keys.profile).letters[group];
  // Names that share a letter have one row.
  const first = Object.keys(letters).filter((name) => model.keys.sharing(group, name)[0] === name);
  return (
    <section aria-label={say.letters[group]}>
      <Text as="h3" weight="semibold">
        {say.letters[group]}
      </Text>
      <ul className={styles.list}>
        {first.map((name) => (
          <KeyRow
            key={name}
            subject={{ kind: 'letter', group, name: name as LetterName }}
            name={model.keys
              .sharing(group, name)
              .map((each) => names[each])
              .join('; ')}
            cap={letters[name] ?? ''}
            {...{ edit, state, model }}
          />
        ))}
      </ul>
    </section>
  );
}

function ProfileChoice({ model, edit }: PartProps) {
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const { profile, own } = useValue(model.keys.kept);
  const { base } = useValue(model.keys.profile);
  const say = model.texts.keySettings;
  const takeIn = (event: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = Array.from(event.target.files ?? []);
    event.target.value = '';
    // What is larger than any profile is not read at all.
    if (chosen !== undefined && chosen.size > largestFile) edit.takeIn(' '.repeat(largestFile + 1));
    else void chosen?.text().then((text) => edit.takeIn(text));
  };
  const isOwn = !isShipped(profile);
  return (
    <>
      <Field label={say.profile} {...(isOwn ? { hint: say.builtOn(say.shipped[base]) } : {})}>
        <Select value={profile} onChange={(_, { value }) => model.keys.choose(value)}>
          {shippedProfiles.map((name) => (
            <option key={name} value={name}>
              {say.shipped[name]}
            </option>
          ))}
          {own.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => file.current?.click()}>
          {say.load}
        </Button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          className={styles.file}
          aria-label={say.load}
          onChange={takeIn}
        />
        <Button
          size="small"
          onClick={() => saveText(`${profile}.json`, profileFile(model.keys.current()))}
          disabledFocusable={!isOwn}
        >
          {say.save}
        </Button>
        <Button size="small" onClick={() => edit.resetAll()} disabledFocusable={!isOwn}>
          {say.resetAll}
        </Button>
        <Button size="small" onClick={() => model.keys.remove(profile)} disabledFocusable={!isOwn}>
          {say.remove}
        </Button>
      </div>
    </>
  );
}
