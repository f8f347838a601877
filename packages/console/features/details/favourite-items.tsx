import { MenuDivider, MenuItem, MenuItemRadio } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

interface FavouriteItemsProps {
  readonly person: PersonView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** The groups, a new one, and the place among the favourites. */
export function FavouriteItems({ person, model, actions: { people } }: FavouriteItemsProps) {
  const { screen, keyCap } = model.texts;
  const say = screen.favourites;
  const groups = model.directory.favourites
    .groups()
    .flatMap(({ title }) => (title === undefined ? [] : [title]));
  return (
    <>
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
    </>
  );
}
