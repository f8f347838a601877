import { makeStyles, tokens } from '@fluentui/react-components';
import { HiddenText } from '../../design/hidden-text.tsx';
import type { Texts } from '../../i18n/texts.ts';
import { type OptionProps, OptionRow } from './option-row.tsx';

const useStyles = makeStyles({
  round: { width: '36px', height: '36px', flexShrink: 0, borderRadius: tokens.borderRadiusCircular },
  words: { flex: 1, display: 'grid', rowGap: '8px', padding: '5px 0' },
  bar: { height: '10px', borderRadius: tokens.borderRadiusSmall },
  grey: {
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
});

/** The place of somebody who is not read yet: as high as a person, so that nothing moves when they come. */
export function UnreadRow({ texts, ...option }: OptionProps & { readonly texts: Texts }) {
  const styles = useStyles();
  return (
    <OptionRow {...option} canPutThrough={false}>
      <HiddenText>{texts.screen.people.unread}</HiddenText>
      <span className={`${styles.round} ${styles.grey}`} />
      <span className={styles.words}>
        <span className={`${styles.bar} ${styles.grey}`} style={{ width: '38%' }} />
        <span className={`${styles.bar} ${styles.grey}`} style={{ width: '62%' }} />
      </span>
    </OptionRow>
  );
}
