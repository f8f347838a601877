import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { StarFilled, StarRegular } from '@fluentui/react-icons/svg/star';
import type { MouseEvent } from 'react';

const useStyles = makeStyles({
  star: {
    flexShrink: 0,
    padding: '4px',
    margin: '-4px',
    fontSize: '18px',
    lineHeight: 0,
    color: tokens.colorNeutralForeground3,
    // A row that is neither chosen nor pointed at shows the stars of favourites alone.
    opacity: 0,
    '[role="option"]:hover &': { opacity: 1 },
  },
  shown: { opacity: 1 },
  favourite: { opacity: 1, color: tokens.colorBrandForeground1 },
  onSelected: { color: 'inherit' },
});

interface FavouriteStarProps {
  readonly isFavourite: boolean;
  readonly isSelected: boolean;
  readonly onPress: () => void;
}

/** Shows a favourite, and makes one at a click. Keys and the details have a button for it: an option holds none. */
export function FavouriteStar({ isFavourite, isSelected, onPress }: FavouriteStarProps) {
  const styles = useStyles();
  const press = (event: MouseEvent): void => {
    event.stopPropagation();
    onPress();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- for the mouse alone, the letter F does the same
    <span
      aria-hidden
      className={mergeClasses(
        styles.star,
        isSelected && styles.shown,
        isFavourite && styles.favourite,
        isSelected && styles.onSelected,
      )}
      onClick={press}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {isFavourite ? <StarFilled /> : <StarRegular />}
    </span>
  );
}
