/** Somebody or something that can be found, in the words of the search. Absent means that nothing is known. */
export interface SearchDocument {
  /** The caller's own; unique in an index. Up to 200 bytes. */
  readonly id: string;
  /** Where it comes from, such as `directory` or `personal`; one can search in some sources only. */
  readonly source: string;
  /** As it is shown. */
  readonly name: string;
  readonly givenName?: string | undefined;
  readonly surname?: string | undefined;
  /** Birth names, stage names, names in another script. */
  readonly alternateNames?: readonly string[] | undefined;
  readonly nicknames?: readonly string[] | undefined;
  readonly department?: string | undefined;
  readonly jobTitle?: string | undefined;
  readonly organisation?: string | undefined;
  readonly office?: string | undefined;
  readonly city?: string | undefined;
  /** What one comes to them for: `parking permits`. */
  readonly tasks?: readonly string[] | undefined;
  readonly mail?: string | undefined;
  /** In any notation. */
  readonly phones?: readonly string[] | undefined;
  /** No longer here: found after everybody else. */
  readonly isFormer?: boolean | undefined;
}
