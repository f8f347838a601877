import type { SearchDocument } from '../document/search-document.ts';
import type { FieldMatch } from '../match/search-query.ts';

/** Where digits stand in the numbers of a document, whatever is between them. */
export function phoneMatches(document: SearchDocument, digits: string): readonly FieldMatch[] {
  return (document.phones ?? []).flatMap((phone, value) => {
    const places = digitPlaces(phone);
    const at = places
      .map((place) => phone[place])
      .join('')
      .lastIndexOf(digits);
    const [start, last] = [places[at], places[at + digits.length - 1]];
    if (digits === '' || start === undefined || last === undefined) return [];
    return [{ field: 'phones' as const, value, start, end: last + 1, kind: 'phone' as const }];
  });
}

/** Places of the digits that count: not the zero of +44 (0)20. */
function digitPlaces(phone: string): readonly number[] {
  const zero = phone.indexOf('(0)') + 1;
  return Array.from(phone.matchAll(/[0-9]/g), ({ index }) => index).filter(
    (place) => zero === 0 || place !== zero,
  );
}
