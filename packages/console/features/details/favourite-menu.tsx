import { tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { useCallback, useEffect, useRef, useState } from 'react';
import { KeyCap } from '../../design/key-cap.tsx';
import { MenuButton } from '../../design/opening-button.tsx';
import { useLoaded } from '../../design/use-loaded.ts';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

const loadItems = () => import('./favourite-items.tsx');

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
  const onFailed = useCallback(() => {
    setOpen(false);
    model.complain(screen.notLoaded);
  }, [model, screen]);
  const part = useLoaded(isOpen, loadItems, onFailed);
  const trigger = {
    size: 'small',
    title: say.menu,
    style: { minWidth: 0, gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
    children: (
      <>
        {group === '' ? say.noGroup : group}
        <KeyCap cap={hasLetters ? letter : `${keyCap('toPerson')} ${letter}`} />
        <ChevronDownRegular />
      </>
    ),
  } as const;
  return (
    <MenuButton
      // Within a landmark: a menu beside all of them would be found by nobody who goes from one to the next.
      mountNode={document.querySelector('main')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onFailed={onFailed}
      button={trigger}
      checked={{ group }}
      onChecked={(value) => people.moveToGroup(person, value)}
    >
      {part && <part.FavouriteItems person={person} model={model} actions={actions} />}
    </MenuButton>
  );
}

/** Opens when the operator asks for it by key; a wish from before it was here is about somebody else. */
function useMenuWish(actions: OperatorActions, open: () => void): void {
  const wish = useValue(actions.focus);
  const count = wish?.place === 'favourite' ? wish.count : undefined;
  const known = useRef(count);
  useEffect(() => {
    if (count !== undefined && count !== known.current) open();
    known.current = count;
  }, [count, open]);
}
