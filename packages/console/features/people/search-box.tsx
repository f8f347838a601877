import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useRef } from 'react';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { optionId, peopleListId } from './people-ids.ts';

const useStyles = makeStyles({
  place: { display: 'block' },
  input: {
    width: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
  },
});

interface SearchBoxProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** The search for people. The list it steers stands in the people pane. */
export function SearchBox({ model, actions }: SearchBoxProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const { text, choices, selectedKey } = useValue(model.search.state);
  const wish = useValue(actions.focus);
  const say = model.texts.screen.people;
  useEffect(() => {
    if (wish?.place === 'search') input.current?.focus();
  }, [wish]);
  const hasChoices = choices.length > 0;
  return (
    <span className={styles.place} data-focus-place="search">
      <Input
        className={styles.input}
        size="medium"
        contentBefore={<SearchRegular />}
        contentAfter={
          text === '' ? null : (
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label={say.clear}
              onClick={() => {
                model.search.clear();
                actions.focusSearch();
              }}
            />
          )
        }
        value={text}
        placeholder={say.placeholder}
        onFocus={() => actions.endLetters()}
        onChange={(_, { value }) => model.search.type(value)}
        input={{
          ref: input,
          role: 'combobox',
          'aria-label': say.search,
          'aria-autocomplete': 'list',
          'aria-expanded': hasChoices,
          'aria-controls': hasChoices ? peopleListId : undefined,
          'aria-activedescendant':
            hasChoices && selectedKey !== undefined ? optionId(selectedKey) : undefined,
          autoComplete: 'off',
          spellCheck: false,
        }}
      />
    </span>
  );
}
