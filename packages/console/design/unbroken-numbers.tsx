import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  // A box of its own goes to the next line as a whole, and breaks only where no line is long enough.
  number: { display: 'inline-block', maxWidth: '100%' },
});

/** Five digits or more with what groups them, as in `+44 20 7946 0123`: times have fewer. */
const phoneNumber = /(\+?\d(?:[ ()./-]*\d){4,})/;

/** A text whose phone numbers stand on one line each, wherever it breaks. Read aloud as one text. */
export function UnbrokenNumbers({ text }: { readonly text: string }) {
  const styles = useStyles();
  return text.split(phoneNumber).map((part, index) =>
    // What the expression holds stands at every second place.
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className={styles.number}>
        {part}
      </span>
    ),
  );
}
