import { Button, type ButtonProps } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { PanelLook } from './floating-panel.tsx';
import { useLoaded } from './use-loaded.ts';

interface OpeningButtonProps {
  /** That it is open, or wanted and on its way. */
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What opens cannot be fetched. Stays the same function. */
  readonly onFailed: () => void;
  /** The button's looks and what stands on it. */
  readonly button: Pick<ButtonProps, 'className' | 'style' | 'size' | 'icon' | 'title' | 'aria-label'> & {
    readonly children?: ReactNode;
  };
  /** What is in it; undefined while that is being fetched: nothing opens before there is something to focus. */
  readonly children: ReactNode | undefined;
}

const loadPanel = () => import('./floating-panel.tsx');
const loadMenu = () => import('./floating-menu.tsx');

/** A button that opens a panel beside it. The button is there at once; what floats is not in the first load. */
export function PanelButton(props: OpeningButtonProps & { readonly panel: PanelLook }) {
  const { isOpen, onOpenChange, onFailed, button: look, panel, children } = props;
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const part = useLoaded(isOpen, loadPanel, onFailed);
  return (
    <>
      <Button
        ref={setButton}
        appearance="subtle"
        {...look}
        aria-expanded={isOpen}
        onClick={() => onOpenChange(!isOpen)}
      />
      {part !== undefined && button !== null && (
        <part.FloatingPanel
          {...panel}
          button={button}
          isOpen={isOpen && children !== undefined}
          onOpenChange={onOpenChange}
        >
          {children}
        </part.FloatingPanel>
      )}
    </>
  );
}

interface MenuButtonProps extends OpeningButtonProps {
  /** Of radio items: the value that is chosen in each of their groups. */
  readonly checked?: Readonly<Record<string, string>>;
  readonly onChecked?: (value: string) => void;
  /** Above the items. */
  readonly head?: ReactNode;
  /** Where it is put; beside the button unless given. */
  readonly mountNode?: HTMLElement | null;
}

/** A button that opens a menu beside it; the arrow down opens it too. */
export function MenuButton(props: MenuButtonProps) {
  const { isOpen, onOpenChange, onFailed, button: look, children, ...menu } = props;
  const buttonId = useId();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const part = useLoaded(isOpen, loadMenu, onFailed);
  const openByArrow = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || isOpen) return;
    event.preventDefault();
    onOpenChange(true);
  };
  return (
    <>
      <Button
        ref={setButton}
        id={buttonId}
        appearance="subtle"
        {...look}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => onOpenChange(!isOpen)}
        onKeyDown={openByArrow}
      />
      {part !== undefined && button !== null && (
        <part.FloatingMenu
          {...menu}
          button={button}
          labelledBy={buttonId}
          isOpen={isOpen && children !== undefined}
          onOpenChange={onOpenChange}
        >
          {children}
        </part.FloatingMenu>
      )}
    </>
  );
}
