import { Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import type { FilterChoice, FiltersState } from '../../state/people-filters.ts';
import { filterKey, filtersIn } from '../../state/search-filters.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: 'min(380px, 80vw)',
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxHeight: 'min(340px, 45dvh)',
    overflowY: 'auto',
  },
  option: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) max-content max-content',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid transparent',
    cursor: 'pointer',
  },
  current: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  mark: { lineHeight: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  onCurrent: { color: 'inherit' },
});

interface FilterPanelProps {
  readonly state: FiltersState;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly onDone: () => void;
}

/** More than anybody reads: a letter more finds the others. */
const mostShown = 60;

/** Choosing what to filter by: typing narrows the list, arrows and Enter choose, several stay chosen. */
export function FilterPanel({ state, model, actions, onDone }: FilterPanelProps) {
  const styles = useStyles();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { filters } = useValue(model.search.state);
  const active = new Set(filtersIn(filters).map(filterKey));
  const say = model.texts.screen.filters;
  const shown = state.choices
    .filter(({ filter }) => fold(say.name(filter)).includes(fold(text)))
    .slice(0, mostShown);
  const current = Math.min(at, shown.length - 1);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const toggle = ({ filter }: FilterChoice): void => actions.people.filter(filter);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    const chosen = shown[current];
    if (step !== undefined) setAt(Math.min(shown.length - 1, Math.max(0, current + step)));
    else if (event.key === 'Enter' && chosen !== undefined) toggle(chosen);
    else if (event.key === 'Enter') onDone();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.panel}>
      <Input
        value={text}
        placeholder={say.placeholder}
        onChange={(_, { value }) => {
          setText(value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        input={{
          role: 'combobox',
          'aria-label': say.search,
          'aria-autocomplete': 'list',
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-activedescendant': shown[current] === undefined ? undefined : `${listId}-${current}`,
          autoComplete: 'off',
          spellCheck: false,
        }}
      />
      <ul
        ref={list}
        id={listId}
        role="listbox"
        aria-multiselectable
        aria-label={say.list}
        className={styles.list}
      >
        {shown.map((choice, index) => {
          const key = filterKey(choice.filter);
          const isCurrent = index === current;
          const quiet = mergeClasses(styles.quiet, isCurrent && styles.onCurrent);
          return (
            <li
              key={key}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={active.has(key)}
              className={mergeClasses(styles.option, isCurrent && styles.current)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => toggle(choice)}
            >
              <span className={styles.mark}>{active.has(key) && <CheckmarkRegular fontSize={16} />}</span>
              <span className={styles.name}>{say.name(choice.filter)}</span>
              <span className={quiet}>{say.groups[choice.filter.kind]}</span>
              <span className={quiet}>{choice.count !== undefined && say.count(choice.count)}</span>
            </li>
          );
        })}
      </ul>
      {shown.length === 0 && <Text size={200}>{say.none(text.trim())}</Text>}
      <Text size={200} className={styles.quiet}>
        {state.status === 'reading' ? say.reading : state.status === 'failed' ? say.failed : say.hint}
      </Text>
    </div>
  );
}

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();
