import { Button, Spinner, Text } from '@fluentui/react-components';
import type { Texts } from '../../i18n/texts.ts';
import { FrontPage } from './front-page.tsx';

/** Until the server has said who is signed in. It says so only when that takes long. */
export function WaitingPage({ texts, isSlow }: { readonly texts: Texts; readonly isSlow: boolean }) {
  const say = texts.screen;
  return (
    <FrontPage title={say.product}>
      <Spinner size="small" label={isSlow ? say.connection.unreachable : say.connection.connecting} />
    </FrontPage>
  );
}

interface OutdatedPageProps {
  readonly texts: Texts;
  readonly onReload: () => void;
}

/** The server speaks a newer contract: only a new page goes on. */
export function OutdatedPage({ texts, onReload }: OutdatedPageProps) {
  const say = texts.screen;
  return (
    <FrontPage title={say.product}>
      <Text>{say.connection.outdated}</Text>
      <Button autoFocus appearance="primary" size="large" onClick={onReload}>
        {say.connection.reload}
      </Button>
    </FrontPage>
  );
}
