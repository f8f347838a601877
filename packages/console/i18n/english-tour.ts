import type { TourStep } from '../state/tour.ts';

type KeyCapOf = (
  action:
    | 'go'
    | 'ask'
    | 'chooseNext'
    | 'stepBack'
    | 'focusCalls'
    | 'saySituation'
    | 'readLine'
    | 'showKeys'
    | 'holdOrResume',
) => string;

interface StepText {
  readonly title: string;
  readonly text: string;
}

/** The tour: what each step says. Keys are those that the operator has now. */
export const tour = {
  menu: 'Tour of the console',
  region: 'Tour',
  place: (place: number, count: number): string => `${place} of ${count}`,
  next: 'Next',
  back: 'Back',
  close: 'Skip',
  done: 'Done',
  step: (name: TourStep['name'], cap: KeyCapOf): StepText => {
    switch (name) {
      case 'welcome':
        return {
          title: 'One minute around the console',
          text: 'Everything here has a key, and the key stands on the button. Enter goes on, Esc ends the tour. A call always comes first: the tour steps aside for it.',
        };
      case 'take':
        return {
          title: 'Calls',
          text: `Calls that wait are here. ${cap('go')} takes the next one: your Teams rings, you pick up there. ${cap('focusCalls')} goes to the calls, where letters act.`,
        };
      case 'find':
        return {
          title: 'People',
          text: `Just type, wherever you are: a name, a department, a number. ${cap('chooseNext')} chooses another. The best one is chosen already.`,
        };
      case 'putThrough':
        return {
          title: 'Put through',
          text: `${cap('go')} puts the caller through to the one chosen. ${cap('ask')} asks that colleague first. If nobody answers, the caller comes back to you with the reason.`,
        };
      case 'back':
        return {
          title: 'Nothing is lost',
          text: `${cap('holdOrResume')} holds and resumes. ${cap('stepBack')} steps back: it clears the search, then takes back what rings, and never ends a call.`,
        };
      case 'listen':
        return {
          title: 'How things stand',
          text: `${cap('saySituation')} says it in one sentence; ${cap('readLine')} goes to the line that always shows it. ${cap('showKeys')} lists every key. The tour is in the menu of your account.`,
        };
      default:
        return name satisfies never;
    }
  },
};
