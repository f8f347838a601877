import { FluentProvider } from '@fluentui/react-components';
import { unreachable } from '@switchboard/kit/assert';
import { useEffect, useLayoutEffect } from 'react';
import type { Readable } from '../connection/cell.ts';
import { useMedia } from '../design/use-media.ts';
import { useValue } from '../design/use-value.ts';
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx';
import { OutdatedPage, WaitingPage } from '../features/sign-in/waiting-page.tsx';
import type { Texts } from '../i18n/texts.ts';
import type { PreferenceBook } from '../state/preference-book.ts';
import { shownTheme } from '../state/theme-choice.ts';
import { ConsoleScreen } from './console-screen.tsx';
import { PaneScreen } from './pane-screen.tsx';
import type { OpenConsole, SessionGate } from './session-gate.ts';
import { themeFor } from './themes.ts';

/** What the page does to the browser. */
export interface Browsing {
  readonly isFramed: boolean;
  readonly signIn: () => void;
  readonly signOut: () => void;
  readonly reload: () => void;
}

interface AppProps {
  readonly gate: SessionGate;
  readonly preferences: PreferenceBook;
  /** In the language shown. */
  readonly texts: Readable<Texts>;
  readonly browsing: Browsing;
}

/** A healthy server has answered by then. */
const slowAfter = 2;

export function App(props: AppProps) {
  const look = useValue(props.preferences.of('look'));
  const texts = useValue(props.texts);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isContrast = useMedia('(forced-colors: active)');
  const shown = shownTheme(look.theme, { isDark, isContrast });
  const theme = themeFor(shown, look.density);
  useEffect(() => {
    // The frame of the installed app's window is as the top of the page.
    document
      .querySelector('meta[name="theme-color"]')
      ?.setAttribute('content', theme.colorNeutralBackground3);
  }, [theme]);
  const { language, direction } = texts;
  useLayoutEffect(() => {
    // Screen readers speak with the voice of this language.
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
  return (
    <FluentProvider
      theme={theme}
      dir={direction}
      style={{ colorScheme: shown === 'light' ? 'light' : 'dark' }}
    >
      <Page gate={props.gate} browsing={props.browsing} texts={texts} />
    </FluentProvider>
  );
}

interface PageProps extends Omit<AppProps, 'texts' | 'preferences'> {
  readonly texts: Texts;
}

function Page({ gate, texts, browsing }: PageProps) {
  const state = useValue(gate.state);
  switch (state.kind) {
    case 'asking':
      return <WaitingPage texts={texts} isSlow={state.failures >= slowAfter} />;
    case 'signedOut':
      return (
        <SignInScreen
          texts={texts}
          isOver={state.isOver}
          isFramed={browsing.isFramed}
          onSignIn={browsing.signIn}
        />
      );
    case 'outdated':
      return <OutdatedPage texts={texts} onReload={browsing.reload} />;
    case 'open': {
      const signOut = (): void => {
        state.console.model.directory.drafts.forgetAll();
        browsing.signOut();
      };
      return <Console console={state.console} onSignOut={signOut} />;
    }
    default:
      return unreachable(state);
  }
}

/** The main window, or one that has a pane alone. */
function Console(props: { readonly console: OpenConsole; readonly onSignOut: () => void }) {
  const { pane } = props.console.model.workplace.windows;
  return pane === undefined ? (
    <ConsoleScreen {...props} />
  ) : (
    <PaneScreen console={props.console} pane={pane} />
  );
}
