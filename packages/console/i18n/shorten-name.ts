/**
 * A name in ever shorter forms, the whole one first, each of whole words: `Mrs J. Smith`, `Mrs Smith`, `Smith`. What
 * stands in brackets and initials go first; then what is between the first word and the last; then the first.
 */
export function nameForms(name: string): readonly string[] {
  const words = name.replaceAll(/\([^)]*\)/g, ' ').split(/\s+/);
  const whole = words.filter((word) => word !== '');
  const [first, last] = [whole[0], whole.at(-1)];
  if (first === undefined || last === undefined) return [name];
  if (isNumber(name)) return [name];
  const noInitials = whole.filter((word) => !/^\p{L}\.$/u.test(word));
  const forms = [name, whole.join(' '), noInitials.join(' '), `${first} ${last}`, last];
  return forms.filter((form, i) => form !== '' && forms.indexOf(form) === i && form.length <= name.length);
}

const isNumber = (name: string): boolean => /^[+\d\s()./-]+$/.test(name);
