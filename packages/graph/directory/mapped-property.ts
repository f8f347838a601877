import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';

/**
 * A property that a tenant keeps something of ours in, because Graph has no field for it: a second telephone number, a
 * cost centre. Any property of a user, an attribute of Exchange's fifteen, or a directory extension.
 */
export interface MappedProperty {
  /** As the tenant names it; the key of its value. */
  readonly name: string;
  /** What is selected. */
  readonly select: string;
  /** The member below it, where the property has members. */
  readonly member?: string;
}

export interface MappedPropertyRefusal {
  readonly code: 'noPropertyName';
  readonly message: string;
}

const namePattern = /^[A-Za-z][A-Za-z0-9_]{0,119}(?:\/[A-Za-z][A-Za-z0-9_]{0,119})?$/;
const exchangeAttribute = /^extensionAttribute(?:[1-9]|1[0-5])$/i;

/**
 * The property that a name means: `faxNumber`, `extensionAttribute3`, `onPremisesExtensionAttributes/extensionAttribute3`,
 * `extension_{application id}_{name}`, or a schema extension's member as `contoso_people/desk`. Nothing else than
 * a name gets into a query.
 */
export function mappedProperty(name: string): Result<MappedProperty, MappedPropertyRefusal> {
  const written = name.trim();
  if (!namePattern.test(written)) {
    const message = `${JSON.stringify(written.slice(0, 60))} is no name of a property: letters, digits and _ only, with one / at most.`;
    return refused({ code: 'noPropertyName', message });
  }
  if (exchangeAttribute.test(written)) {
    const member = `extensionAttribute${written.slice('extensionAttribute'.length)}`;
    return ok({ name: written, select: 'onPremisesExtensionAttributes', member });
  }
  const [select = written, member] = written.split('/');
  return ok({ name: written, select, ...(member === undefined ? {} : { member }) });
}

/** Values by the names of their properties; null where there is none, no entry where nothing was said. */
export type MappedValues = Readonly<Record<string, string | null>>;

const plain = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** Graph keeps some of these as lists; the first is the one. */
const valueSchema = z.union([plain, z.array(plain).transform(([first]) => first ?? null), z.null()]);
const anyObject = z.record(z.string(), z.unknown());

/** The mapped properties of one user, and the names of those whose values are no text. */
export function mappedValues(
  item: unknown,
  properties: readonly MappedProperty[],
): { readonly values: MappedValues; readonly wrong: readonly string[] } {
  const values: Record<string, string | null> = {};
  const wrong: string[] = [];
  for (const { name, select, member } of properties) {
    const said = memberOf(item, select);
    const value = member === undefined || said === null ? said : memberOf(said, member);
    if (value === undefined) continue;
    const parsed = valueSchema.safeParse(value);
    if (parsed.success) values[name] = parsed.data === '' ? null : parsed.data;
    else wrong.push(name);
  }
  return { values, wrong };
}

function memberOf(item: unknown, name: string): unknown {
  const parsed = anyObject.safeParse(item);
  return parsed.success && Object.hasOwn(parsed.data, name) ? parsed.data[name] : undefined;
}

/** What a query selects for them, each once. */
export const selected = (fields: readonly string[], properties: readonly MappedProperty[]): string =>
  [...new Set([...fields, ...properties.map(({ select }) => select)])].join(',');
