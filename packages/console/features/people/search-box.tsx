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
  const { text, people, selectedId } = useValue(model.search.state);
  const wish = useValue(actions.focus);
  const say = model.texts.screen.people;
  useEffect(() => {
    if (wish?.place === 'search') input.current?.focus();
  }, [wish]);
  const hasPeople = people.length > 0;
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
        onChange={(_, { value }) => model.search.type(value)}
        input={{
          ref: input,
          role: 'combobox',
          'aria-label': say.search,
          'aria-autocomplete': 'list',
          'aria-expanded': hasPeople,
          'aria-controls': hasPeople ? peopleListId : undefined,
          'aria-activedescendant': hasPeople && selectedId !== undefined ? optionId(selectedId) : undefined,
          autoComplete: 'off',
          spellCheck: false,
        }}
      />
    </span>
  );
}
