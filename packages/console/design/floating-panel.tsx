import { Popover, type PopoverProps, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
} from 'react';
import { AdoptedButton } from './adopted-button.ts';

export interface PanelLook {
  /** Its name for those who do not see it. */
  readonly label: string;
  /** Beside the button in the page, rather than at its end. */
  readonly inline?: boolean;
  readonly positioning?: NonNullable<PopoverProps['positioning']>;
  readonly className?: string;
  readonly style?: CSSProperties;
}

interface FloatingPanelProps extends PanelLook {
  readonly button: HTMLButtonElement;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A panel beside the button that opens it. It keeps the focus, and gives it back to where it was. */
export function FloatingPanel(props: FloatingPanelProps) {
  const { button, isOpen, onOpenChange, label, inline = false, positioning, children, ...look } = props;
  const surface = useRef<HTMLDivElement>(null);
  const keepSurface = useCallback((element: HTMLDivElement | null) => {
    surface.current = element;
  }, []);
  useFocusReturn(isOpen, button, surface);
  return (
    <Popover
      open={isOpen}
      onOpenChange={(_, { open }) => onOpenChange(open)}
      {...(positioning === undefined ? {} : { positioning })}
      trapFocus
      inline={inline}
    >
      <PopoverTrigger>{({ ref }) => <AdoptedButton button={button} by={ref} />}</PopoverTrigger>
      <PopoverSurface {...look} ref={keepSurface} aria-label={label}>
        {children}
      </PopoverSurface>
    </Popover>
  );
}

/**
 * When it closes with the focus in it, or nowhere any more, what had the focus has it again: the search, where a key has
 * opened it and Enter is to take the next call; else the button.
 */
function useFocusReturn(
  isOpen: boolean,
  button: HTMLButtonElement,
  surface: RefObject<HTMLDivElement | null>,
): void {
  const wasOpen = useRef(false);
  const before = useRef<Element>(null);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    const isLeft = activeElement === body || surface.current?.contains(activeElement) === true;
    if (!wasOpen.current && isOpen) before.current = activeElement;
    if (wasOpen.current && !isOpen && isLeft) focusAgain(before.current, surface.current, button);
    wasOpen.current = isOpen;
  }, [isOpen, button, surface]);
}

function focusAgain(before: Element | null, surface: Element | null, button: HTMLButtonElement): void {
  const isThere = before instanceof HTMLElement && before.isConnected && surface?.contains(before) !== true;
  if (!isThere) return button.focus();
  // Where nothing had it keys act as in the search: it has none again.
  if (before === document.body && document.activeElement instanceof HTMLElement)
    document.activeElement.blur();
  else before.focus();
}
