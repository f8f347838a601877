import { timelineSentence } from '@switchboard/contract/words/timeline-words';
import { forms } from './english-words.ts';

export const timeline = {
  title: (caller: string): string => `Timeline of ${caller}`,
  reading: 'Reading the timeline …',
  failed: 'The timeline could not be read. Close it and try again.',
  empty: 'Nothing is recorded of this call.',
  requests: 'Show what was asked of Microsoft',
  close: 'Close',
  sentence: timelineSentence,
  /** `13:05:09` */
  time: forms.moment,
};
