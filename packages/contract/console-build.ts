/**
 * The name of the `meta` element by which the console's page says how it was built: 16 hexadecimal digits of a hash over
 * all its files. The same sources give the same number; a page without the element was not built, but served as it is.
 */
export const buildMark = 'switchboard-build';
