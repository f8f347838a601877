/** Words of a question that say nothing about who is sought: they may be left out when nobody is found with them. */
const fillers: ReadonlySet<string> = new Set(
  (
    'who does do is are can the a an for of in at to with please help mr mrs ms dr prof and ' +
    'wer macht ist kann fur der die das den von im in bei herr frau und ' +
    'qui fait est le la les pour de du des chez monsieur madame et ' +
    'wie doet is kan voor de het van bij meneer mevrouw en vd ' +
    'quien hace es el los para con senor senora y'
  ).split(' '),
);

export const isFiller = (word: string): boolean => fillers.has(word);
