import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { useSelected, useValue } from '../../design/use-value.ts';
import { tiny } from '../../design/window-sizes.ts';
import type { Choice, Row } from '../../state/choices.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { canHandOver } from '../../state/hand-over-actions.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import type { SearchState } from '../../state/person-search.ts';
import type { OptionProps } from './option-row.tsx';
import { peopleListId } from './people-ids.ts';
import { PersonRow } from './person-row.tsx';
import { TargetRow } from './target-row.tsx';
import { UnreadRow } from './unread-row.tsx';
import { useRows } from './use-rows.ts';

const useStyles = makeStyles({
  list: {
    position: 'relative',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    height: '100%',
    overflowY: 'auto',
    // Where the page scrolls as a whole, a list that may be endless still scrolls by itself.
    // As high as what the bar and the head of the pane leave: the row chosen is in sight.
    [tiny]: { height: 'auto', maxHeight: 'max(180px, calc(100dvh - 172px))' },
  },
  heading: {
    position: 'absolute',
    insetInline: 0,
    top: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXS}`,
    color: tokens.colorNeutralForeground3,
  },
});

interface PeopleListProps {
  readonly found: SearchState;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** The rows that can be chosen. Only those in sight are drawn, and only what comes in sight is read. */
export function PeopleList({ found, model, actions }: PeopleListProps) {
  const styles = useStyles();
  const current = useSelected(model.calls.arrangement, (arrangement) => arrangement.current);
  const isLive = useValue(model.line.state).kind === 'live';
  const { rows, selectedKey, opened } = found;
  const chosen = opened === undefined ? selectedKey : undefined;
  const { list, drawn, inSight } = useRows(rows, chosen, found);
  const { search } = model;
  const [first, last] = inSight;
  useEffect(() => search.show(first, last), [search, first, last]);
  const choose = useCallback((key: string) => search.select(key), [search]);
  const { onPress, ...presses } = usePresses(model, actions);
  const headings = rows.flatMap((row, index) => (row.kind === 'heading' ? [index] : []));
  const listed = rows.length - headings.length;
  const canPutThrough = isLive && current !== undefined && canHandOver(current);
  return (
    <ul
      ref={list}
      id={peopleListId}
      role="listbox"
      aria-label={
        model.search.isLooking() ? model.texts.screen.people.pane : model.texts.screen.people.favourites
      }
      className={styles.list}
      {...presses}
    >
      <li role="presentation" style={{ height: drawn.getTotalSize() }} />
      {drawn.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        if (row.kind === 'heading') {
          return (
            <li
              key={row.key}
              ref={drawn.measureElement}
              data-index={index}
              role="presentation"
              className={styles.heading}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Text size={200} weight="semibold">
                {row.title}
              </Text>
            </li>
          );
        }
        const option = {
          index,
          start,
          measure: drawn.measureElement,
          option: row.key,
          isSelected: row.key === chosen,
          canPutThrough,
          position: index + 1 - headings.filter((heading) => heading < index).length,
          count: Math.max(listed, found.found.total),
          onChoose: choose,
          onPress,
        };
        const heading = rows[headings.findLast((each) => each < index) ?? -1];
        const group = heading?.kind === 'heading' ? heading.title : undefined;
        return (
          <ChoiceRow key={row.key} row={row} group={group} option={option} model={model} actions={actions} />
        );
      })}
    </ul>
  );
}

/**
 * A double click puts the caller through to the row that its first press met: until the second the list may have moved,
 * and its row may have been drawn anew.
 */
function usePresses({ search }: ConsoleModel, { handing }: OperatorActions) {
  const pressed = useRef<Choice>(undefined);
  const onPress = useCallback(
    (key: string) => {
      pressed.current = search.state.getSnapshot().choices.find((choice) => choice.key === key);
    },
    [search],
  );
  const onMouseDownCapture = ({ detail }: MouseEvent): void => {
    if (detail <= 1) pressed.current = undefined;
  };
  return { onPress, onMouseDownCapture, onDoubleClick: () => handing.putThroughTo(pressed.current) };
}

interface ChoiceRowProps {
  readonly row: Exclude<Row, { kind: 'heading' }>;
  readonly group: string | undefined;
  readonly option: OptionProps;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

function ChoiceRow({ row, group, option, model, actions }: ChoiceRowProps) {
  const personId = row.kind === 'person' ? row.person.personId : '';
  const told = useSelected(model.presence.byPerson, (known) => known.get(personId));
  const presence = told ?? (row.kind === 'person' ? row.person.presence : undefined);
  const now = useSelected(model.now, (moment) => shownMoment(moment, presence));
  useValue(model.directory.favourites.people);
  const { level } = useValue(model.workplace.speech);
  const onFavourite = useCallback((person: PersonView) => actions.people.toggleFavourite(person), [actions]);
  if (row.kind === 'unread') return <UnreadRow texts={model.texts} {...option} />;
  if (row.kind !== 'person') return <TargetRow choice={row} texts={model.texts} {...option} />;
  const { person } = row;
  return (
    <PersonRow
      person={person}
      presence={presence}
      isFavourite={model.directory.favourites.find(person.personId) !== undefined}
      group={group}
      now={now}
      level={level}
      texts={model.texts}
      times={model.times}
      onFavourite={onFavourite}
      {...option}
    />
  );
}

/** A fresh presence shows no age: its row is not drawn again every second. */
const shownMoment = (now: number, presence: PresenceView | undefined): number =>
  presence === undefined || now <= presence.staleAt ? (presence?.asOf ?? 0) : now;
