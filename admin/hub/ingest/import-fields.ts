// Which field a heading or key means, and the list of fields a column can be assigned to.
import type { ImportKind } from './draft.ts';
import { foldHeading, type ImportField } from './fields/field.ts';
import { importFields } from './fields/import-fields.ts';

export { foldHeading, type ImportField, importFields };

const lookups = new Map<ImportKind, ReadonlyMap<string, string>>();

/** The field a heading or key means for a kind; a bracketed remark behind it is ignored when needed. */
export function fieldOfHeading(kind: ImportKind, heading: string): string | null {
  const folded = foldHeading(heading);
  if (folded === '' || folded.length > 120) return null;
  const lookup = lookupOf(kind);
  const bare = folded.replace(/\([^)]*\)/gu, '');
  return lookup.get(folded) ?? partOfGroup(folded, lookup) ?? lookup.get(bare) ?? null;
}

/** `公开对象(全社会)`, `公开层级-县级`: a group of columns and its part in one heading mean the part. */
function partOfGroup(folded: string, lookup: ReadonlyMap<string, string>): string | null {
  const [, group, part] = /^([^-(:/_—–]+)[-(:/_—–]+(.+?)\)?$/u.exec(folded) ?? [];
  if (group === undefined || part === undefined) return null;
  const whole = lookup.get(group);
  const field = lookup.get(part) ?? lookup.get(part.replace(/[()]/gu, ''));
  if (whole === undefined || field === undefined) return null;
  const isPart = whole === 'item' ? /^level\d$/u.test(field) : field.startsWith(`${whole}.`);
  return isPart ? field : null;
}

function lookupOf(kind: ImportKind): ReadonlyMap<string, string> {
  const known = lookups.get(kind);
  if (known) return known;
  const lookup = new Map<string, string>();
  for (const one of importFields[kind]) {
    for (const name of one.names) if (!lookup.has(name)) lookup.set(name, one.field);
  }
  lookups.set(kind, lookup);
  return lookup;
}
