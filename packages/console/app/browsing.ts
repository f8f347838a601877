import { routes } from '@switchboard/contract/http-routes';
import type { Browsing } from './app.tsx';

/** The browser's own ways to other pages. Signing in and out leave this page as a whole, never in a frame. */
export const browsing: Browsing = {
  isFramed: window.top !== window.self,
  signIn: () => window.location.assign(routes.signIn),
  signOut: () => {
    // Only a form posts and follows to Microsoft's page of goodbye.
    const form = document.createElement('form');
    form.method = 'post';
    form.action = routes.signOut;
    document.body.append(form);
    form.submit();
  },
  reload: () => window.location.reload(),
};
