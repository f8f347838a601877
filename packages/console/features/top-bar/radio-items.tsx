import { MenuItemRadio } from '@fluentui/react-components';

interface RadioItemsProps {
  /** Of the group that they are in. */
  readonly name: string;
  /** `lang`: the language of the label, where it is not that of the page. */
  readonly choices: readonly { readonly value: string; readonly label: string; readonly lang?: string }[];
}

/** Items of a menu of which one is chosen. */
export function RadioItems({ name, choices }: RadioItemsProps) {
  return choices.map(({ value, label, lang }) => (
    <MenuItemRadio key={value} name={name} value={value} lang={lang}>
      {label}
    </MenuItemRadio>
  ));
}
