import { makeStyles, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { PersonEditRegular } from '@fluentui/react-icons/svg/person-edit';
import { StarFilled, StarRegular } from '@fluentui/react-icons/svg/star';
import type { PersonAction, PersonView } from '@switchboard/contract/views/person-view';
import { Fragment, type ReactElement } from 'react';
import { ActionButton } from '../../design/action-button.tsx';
import { useValue } from '../../design/use-value.ts';
import { isAmong } from '../../state/command-desk.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { PersonLetter } from '../../state/letter-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { FavouriteMenu } from './favourite-menu.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface PersonToolsProps {
  readonly person: PersonView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

interface Tool {
  readonly letter: PersonLetter;
  readonly needs: PersonAction;
  readonly label: string;
  readonly hint?: string;
  readonly isPressed?: boolean;
  readonly icon: ReactElement;
  readonly onPress: () => void;
}

/** What can be kept about somebody: as a favourite, in words, as a contact. */
export function PersonTools({ person, model, actions }: PersonToolsProps) {
  const styles = useStyles();
  const asked = useValue(model.desk.asked);
  const isLive = useValue(model.line.state).kind === 'live';
  const hasLetters = useValue(actions.letters) === 'person';
  useValue(model.directory.favourites.people);
  const { screen, keyCap, messages } = model.texts;
  const { people } = actions;
  const isFavourite = people.favouriteOf(person.personId) !== undefined;
  const tools: readonly Tool[] = [
    {
      letter: 'message',
      needs: 'message',
      label: messages.message,
      hint: messages.messageHint,
      icon: <MailRegular />,
      onPress: () => actions.messages.toPerson(person),
    },
    {
      letter: 'favourite',
      needs: 'favourite',
      label: screen.favourites.favourite,
      hint: isFavourite ? screen.favourites.remove : screen.favourites.add,
      isPressed: isFavourite,
      icon: isFavourite ? <StarFilled /> : <StarRegular />,
      onPress: () => people.toggleFavourite(person),
    },
    {
      letter: 'describe',
      needs: 'describe',
      label: screen.details.edit,
      hint: screen.details.editHint,
      icon: <EditRegular />,
      onPress: () => people.describe(person),
    },
    {
      letter: 'change',
      needs: 'change',
      label: screen.details.changeContact,
      icon: <PersonEditRegular />,
      onPress: () => people.changeContact(person),
    },
  ];
  const there = tools.filter(({ needs }) => person.can.includes(needs));
  if (there.length === 0) return null;
  const isAsked = isAmong(asked, person.personId, 'setFavourite');
  return (
    <div className={styles.row}>
      {there.map(({ letter, label, hint, icon, isPressed, onPress }) => (
        <Fragment key={letter}>
          <ActionButton
            size="small"
            look="subtle"
            label={label}
            description={hint}
            icon={icon}
            cap={`${hasLetters ? '' : `${keyCap('toPerson')} `}${model.keys.letter('person', letter)}`}
            pending={letter === 'favourite' && isAsked ? screen.calls.asked : undefined}
            blocked={isLive ? undefined : screen.connection.offline}
            {...(isPressed === undefined ? {} : { isPressed })}
            onPress={onPress}
          />
          {letter === 'favourite' && isFavourite && (
            <FavouriteMenu person={person} model={model} actions={actions} />
          )}
        </Fragment>
      ))}
    </div>
  );
}
