import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { PeopleSearchRegular } from '@fluentui/react-icons/svg/people-search';
import { EmptyNote } from '../../design/empty-note.tsx';
import { KeyCap } from '../../design/key-cap.tsx';
import { Pane } from '../../design/pane.tsx';
import { useValue } from '../../design/use-value.ts';
import { tiny } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import type { SearchState } from '../../state/person-search.ts';
import { hasFilters } from '../../state/search-filters.ts';
import { ContactsButton } from './contacts-button.tsx';
import { FilterButton } from './filter-button.tsx';
import { FilterChips } from './filter-chips.tsx';
import { PeopleList } from './people-list.tsx';
import { PeopleNotes } from './people-notes.tsx';

const useStyles = makeStyles({
  // Its buttons are higher than a heading: all panes begin at the same height all the same.
  aside: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginBlock: '-8px',
    [tiny]: { flexWrap: 'wrap', marginBlock: 0 },
  },
  caps: { display: 'inline-flex', gap: tokens.spacingHorizontalXXS },
  count: { fontVariantNumeric: 'tabular-nums', marginInlineEnd: tokens.spacingHorizontalXS },
});

interface PeoplePaneProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly className?: string | undefined;
}

/** The people that the search and the filters find; with nothing looked for the favourites. */
export function PeoplePane({ model, actions, className }: PeoplePaneProps) {
  const styles = useStyles();
  const found = useValue(model.search.state);
  const { texts } = model;
  const say = texts.screen.people;
  const isFavourites = !model.search.isLooking() && found.rows.length > 0;
  const aside = (
    <span className={styles.aside}>
      <FoundCount found={found} model={model} />
      <span className={styles.caps}>
        {(['choosePrevious', 'chooseNext', 'toPerson'] as const).map((action) => (
          <KeyCap key={action} cap={texts.keyCap(action)} />
        ))}
      </span>
      <FilterButton model={model} actions={actions} />
      <ContactsButton model={model} />
    </span>
  );
  return (
    <Pane
      title={isFavourites ? say.favourites : say.pane}
      aside={aside}
      above={hasFilters(found.filters) ? <FilterChips model={model} actions={actions} /> : undefined}
      below={<PeopleNotes found={found} model={model} actions={actions} />}
      className={className}
    >
      {found.rows.length > 0 ? (
        <PeopleList found={found} model={model} actions={actions} />
      ) : (
        <NobodyNote found={found} model={model} />
      )}
    </Pane>
  );
}

/** `1 of 214`, or how many there are while nobody is chosen. */
function FoundCount({ found, model }: { readonly found: SearchState; readonly model: ConsoleModel }) {
  const styles = useStyles();
  const say = model.texts.screen.people;
  const { rows, selectedKey } = found;
  if (!model.search.isLooking() || rows.length === 0) return null;
  const total = say.total(Math.max(found.found.total, rows.length), found.found.isCapped);
  const place = rows.findIndex(({ key }) => key === selectedKey) + 1;
  return (
    <Text size={200} className={styles.count}>
      {place === 0 ? say.found(total) : say.placeOf(place, total)}
    </Text>
  );
}

function NobodyNote({ found, model }: { readonly found: SearchState; readonly model: ConsoleModel }) {
  const say = model.texts.screen.people;
  if (!model.search.isLooking()) {
    return <EmptyNote icon={<PeopleSearchRegular />} title={say.start} hint={say.startHint} />;
  }
  if (found.status !== 'shown') return <EmptyNote icon={<PeopleSearchRegular />} title={say.asking} />;
  const hint = hasFilters(found.filters) ? say.noneHintFilters : say.noneHint;
  return <EmptyNote icon={<PeopleSearchRegular />} title={say.none(found.text.trim())} hint={hint} />;
}
