import { Menu, MenuDivider, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { AdoptedButton } from './adopted-button.ts';

interface FloatingMenuProps {
  readonly button: HTMLButtonElement;
  /** The id of what names the menu. */
  readonly labelledBy: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly checked?: Readonly<Record<string, string>>;
  readonly onChecked?: (value: string) => void;
  readonly head?: ReactNode;
  readonly mountNode?: HTMLElement | null;
  readonly children: ReactNode;
}

/** However narrow the window, and wide the text. */
const withinWindow = {
  boxSizing: 'border-box',
  maxWidth: 'min(300px, calc(100vw - 16px))',
  overflowWrap: 'anywhere',
} as const;

/** A menu beside the button that opens it. */
export function FloatingMenu(props: FloatingMenuProps) {
  const { button, labelledBy, isOpen, onOpenChange, onChecked, head, mountNode, children } = props;
  const checked: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(props.checked ?? {})) checked[name] = [value];
  return (
    <Menu
      open={isOpen}
      onOpenChange={(_, { open }) => onOpenChange(open)}
      checkedValues={checked}
      onCheckedValueChange={(_, { checkedItems }) => onChecked?.(checkedItems[0] ?? '')}
      {...(mountNode === undefined ? { inline: true } : { mountNode })}
    >
      <MenuTrigger>{({ ref }) => <AdoptedButton button={button} by={ref} />}</MenuTrigger>
      <MenuPopover style={withinWindow}>
        {head}
        {head !== undefined && <MenuDivider />}
        <MenuList aria-labelledby={labelledBy}>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
