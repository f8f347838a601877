import { makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { filterKey, filtersIn } from '../../state/search-filters.ts';

const useStyles = makeStyles({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
});

interface FilterChipsProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** What the list is filtered by; a press takes one away. */
export function FilterChips({ model, actions }: FilterChipsProps) {
  const styles = useStyles();
  const { filters } = useValue(model.search.state);
  const say = model.texts.screen.filters;
  const active = filtersIn(filters);
  return (
    <ul className={styles.chips} aria-label={say.active}>
      {active.map((filter) => (
        <li key={filterKey(filter)}>
          <button
            type="button"
            className={styles.chip}
            aria-label={say.remove(say.name(filter))}
            onClick={() => {
              actions.people.filter(filter);
              actions.focusSearch();
            }}
          >
            {say.name(filter)}
            <DismissRegular />
          </button>
        </li>
      ))}
    </ul>
  );
}
