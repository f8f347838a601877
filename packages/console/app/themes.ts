import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { Preferences } from '@switchboard/contract/preferences/sections';
import type { shownTheme } from '../state/theme-choice.ts';

type ThemeName = ReturnType<typeof shownTheme>;
type Density = Preferences<'look'>['density'];

/** Half the room above and below, so that more people and calls are in sight. What is pressed keeps its size. */
const tight: Partial<Theme> = {
  spacingVerticalXXS: '1px',
  spacingVerticalXS: '2px',
  spacingVerticalSNudge: '3px',
  spacingVerticalS: '4px',
  spacingVerticalMNudge: '5px',
  spacingVerticalM: '6px',
  spacingVerticalL: '8px',
  spacingVerticalXL: '10px',
  spacingVerticalXXL: '12px',
};

/** In high contrast the row that is chosen is filled with a bright colour, on which white and yellow are not to be seen. */
const contrast: Theme & { readonly inkOnChosen: string; readonly groundOfChosen: string } = {
  ...teamsHighContrastTheme,
  inkOnChosen: teamsHighContrastTheme.colorNeutralForeground1Selected,
  groundOfChosen: teamsHighContrastTheme.colorNeutralBackground1Selected,
};

const comfortable: Record<ThemeName, Theme> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast,
};
const compact: Record<ThemeName, Theme> = {
  light: { ...teamsLightTheme, ...tight },
  dark: { ...teamsDarkTheme, ...tight },
  contrast: { ...contrast, ...tight },
};

export const themeFor = (name: ThemeName, density: Density): Theme =>
  (density === 'compact' ? compact : comfortable)[name];
