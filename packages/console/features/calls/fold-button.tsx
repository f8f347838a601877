import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';

interface FoldButtonProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What stands under it, and how much of it there is. */
  readonly label: string;
}

/** The heading of a section that is folded until somebody wants it. */
export const FoldButton = ({ isOpen, onOpenChange, label }: FoldButtonProps) => (
  <Button
    size="small"
    appearance="subtle"
    icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
    aria-expanded={isOpen}
    onClick={() => onOpenChange(!isOpen)}
  >
    {label}
  </Button>
);
