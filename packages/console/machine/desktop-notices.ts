import type { Logger } from '@switchboard/kit/logger';
import { Cell, type Readable } from '../connection/cell.ts';

/** `missing`: this browser shows none, or not to a page without a secure connection. */
export type NoticePermission = 'missing' | 'ask' | 'allowed' | 'denied';

export interface DesktopNotice {
  /** One of the same key takes its place. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  /** It stays until it is closed. */
  readonly stays: boolean;
  readonly onClick: () => void;
}

/** Notices of the operating system. */
export interface DesktopNotices {
  readonly permission: Readable<NoticePermission>;
  /** Within a click. */
  ask(): Promise<void>;
  show(notice: DesktopNotice): void;
  close(key: string): void;
}

const permissions = { default: 'ask', granted: 'allowed', denied: 'denied' } as const;

export function browserNotices(log: Logger): DesktopNotices {
  const isThere = 'Notification' in window && window.isSecureContext;
  const now = (): NoticePermission => (isThere ? permissions[Notification.permission] : 'missing');
  const permission = new Cell<NoticePermission>(now());
  const look = (): void => permission.set(now());
  const shown = new Map<string, Notification>();
  if (isThere && 'permissions' in navigator) {
    navigator.permissions
      .query({ name: 'notifications' })
      .then((status) => status.addEventListener('change', look))
      .catch((error: unknown) =>
        log.info('the permission for notices is not followed', { why: String(error) }),
      );
  }
  return {
    permission,
    async ask() {
      if (isThere) await Notification.requestPermission();
      look();
    },
    show({ key, title, body, stays, onClick }) {
      look();
      if (permission.getSnapshot() !== 'allowed') return;
      try {
        // The console rings itself: a second sound would only tell less.
        const notice = new Notification(title, { body, tag: key, requireInteraction: stays, silent: true });
        notice.addEventListener('click', () => {
          notice.close();
          onClick();
        });
        notice.addEventListener('close', () => {
          if (shown.get(key) === notice) shown.delete(key);
        });
        shown.set(key, notice);
      } catch (error) {
        log.warn('a notice cannot be shown', { why: String(error) });
        permission.set('missing');
      }
    },
    close(key) {
      shown.get(key)?.close();
      shown.delete(key);
    },
  };
}
