import { Button, Link, Text } from '@fluentui/react-components';
import type { Texts } from '../../i18n/texts.ts';
import { FrontPage } from './front-page.tsx';
import { MicrosoftMark } from './microsoft-mark.tsx';

interface SignInScreenProps {
  readonly texts: Texts;
  /** There was a session, and it is over. */
  readonly isOver: boolean;
  /** The page stands in a frame, where Microsoft does not let anybody sign in. */
  readonly isFramed: boolean;
  readonly onSignIn: () => void;
}

/** One button; it has the focus, so Enter does. */
export function SignInScreen({ texts, isOver, isFramed, onSignIn }: SignInScreenProps) {
  const say = texts.screen.signIn;
  if (isFramed) {
    return (
      <FrontPage title={say.title}>
        <Text>{say.framed}</Text>
        <Link href="/" target="_top">
          {say.openAlone}
        </Link>
      </FrontPage>
    );
  }
  return (
    <FrontPage title={say.title}>
      <Text align="center">{isOver ? say.over : say.lead}</Text>
      <Button autoFocus appearance="primary" size="large" icon={<MicrosoftMark />} onClick={onSignIn}>
        {say.button}
      </Button>
    </FrontPage>
  );
}
