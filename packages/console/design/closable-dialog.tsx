import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { KeyboardEvent, ReactNode } from 'react';

interface ClosableDialogProps {
  readonly title: string;
  /** What the button that closes it is called. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly className?: string | undefined;
  readonly contentClassName?: string | undefined;
  /** Its content may be longer than the window: it takes the focus, so that keys scroll it. */
  readonly isScrollable?: boolean;
  /** The page behind it stays in use. */
  readonly isBeside?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** A dialog with a title and a button that closes it; Escape closes it too. */
export function ClosableDialog(props: ClosableDialogProps) {
  const { title, closeLabel, onClose, isScrollable, isBeside, onKeyDown, children } = props;
  return (
    <Dialog
      open
      {...(isBeside === true ? { modalType: 'non-modal' } : {})}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DialogSurface className={props.className} {...(onKeyDown === undefined ? {} : { onKeyDown })}>
        <DialogBody>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={closeLabel}
                onClick={onClose}
              />
            }
          >
            {title}
          </DialogTitle>
          <DialogContent
            className={props.contentClassName}
            {...(isScrollable === true ? { tabIndex: 0 } : {})}
          >
            {children}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
