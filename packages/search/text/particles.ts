/** Small words before a surname, which people leave out, write together, or sort under. */
const particles: ReadonlySet<string> = new Set(
  (
    'van von der den de del della delle di da do dos das du des le la les el al bin ibn ben ter ten te ' +
    'zu zum zur vom af av of y e i mac mc st san saint'
  ).split(' '),
);

export const isParticle = (word: string): boolean => particles.has(word);
