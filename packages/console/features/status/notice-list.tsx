import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { NoticeAction, Notices } from '../../state/notices.ts';

const useStyles = makeStyles({
  list: {
    position: 'fixed',
    insetInlineEnd: tokens.spacingHorizontalL,
    bottom: tokens.spacingVerticalL,
    width: 'min(440px, calc(100vw - 32px))',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    zIndex: 1,
  },
  notice: { boxShadow: tokens.shadow16 },
  action: { gap: tokens.spacingHorizontalXS },
});

interface NoticeListProps {
  readonly notices: Notices;
  readonly texts: Texts;
}

/** Sentences over the window's corner; said aloud by the announcer, not by themselves. */
export function NoticeList({ notices, texts }: NoticeListProps) {
  const styles = useStyles();
  const shown = useValue(notices.shown);
  const say = texts.screen.notices;
  if (shown.length === 0) return null;
  return (
    <section className={styles.list} aria-label={say.region}>
      {shown.map(({ id, kind, text, action }) => (
        <MessageBar key={id} className={styles.notice} intent={kind} layout="multiline" politeness="polite">
          <MessageBarBody>{text}</MessageBarBody>
          <MessageBarActions
            {...(action === undefined ? {} : { children: <NoticeButton action={action} /> })}
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={say.dismiss}
                onClick={() => notices.dismiss(id)}
              />
            }
          />
        </MessageBar>
      ))}
    </section>
  );
}

function NoticeButton({ action: { label, cap, run } }: { readonly action: NoticeAction }) {
  const styles = useStyles();
  return (
    <Button size="small" className={styles.action} onClick={run}>
      {label}
      <KeyCap cap={cap} />
    </Button>
  );
}
