import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { useCallback, useEffect, useState } from 'react';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

interface FavouriteMenuProps {
  readonly person: PersonView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** The group of a favourite, and its place in it. */
export function FavouriteMenu({ person, model, actions }: FavouriteMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const hasLetters = useValue(actions.letters) === 'person';
  useMenuWish(
    actions,
    useCallback(() => setOpen(true), []),
  );
  const { screen, keyCap } = model.texts;
  const say = screen.favourites;
  const { people } = actions;
  const letter = model.keys.letter('person', 'group');
  const group = people.favouriteOf(person.personId)?.group ?? '';
  const groups = model.directory.favourites
    .groups()
    .flatMap(({ title }) => (title === undefined ? [] : [title]));
  return (
    <Menu
      // Within a landmark: a menu beside all of them would be found by nobody who goes from one to the next.
      mountNode={document.querySelector('main')}
      open={isOpen}
      onOpenChange={(_, { open }) => setOpen(open)}
      checkedValues={{ group: [group] }}
      onCheckedValueChange={(_, { checkedItems }) => people.moveToGroup(person, checkedItems[0] ?? '')}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          title={say.menu}
          style={{ minWidth: 0, gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' }}
        >
          {group === '' ? say.noGroup : group}
          <KeyCap cap={hasLetters ? letter : `${keyCap('toPerson')} ${letter}`} />
          <ChevronDownRegular />
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {['', ...groups].map((each) => (
            <MenuItemRadio key={each} name="group" value={each}>
              {each === '' ? say.noGroup : each}
            </MenuItemRadio>
          ))}
          <MenuItem onClick={() => model.directory.naming.set(person)}>{say.newGroup}</MenuItem>
          <MenuDivider />
          <MenuItem secondaryContent={keyCap('moveUp')} onClick={() => people.moveFavourite(-1, person)}>
            {say.moveUp}
          </MenuItem>
          <MenuItem secondaryContent={keyCap('moveDown')} onClick={() => people.moveFavourite(1, person)}>
            {say.moveDown}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Opens when the operator asks for it by key. */
function useMenuWish(actions: OperatorActions, open: () => void): void {
  const wish = useValue(actions.focus);
  const count = wish?.place === 'favourite' ? wish.count : undefined;
  useEffect(() => {
    if (count !== undefined) open();
  }, [count, open]);
}
