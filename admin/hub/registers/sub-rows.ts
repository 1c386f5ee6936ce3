// Rows that belong to the one above them: 其中, （1）, ①; they are told apart by that row as well.
import { identityColumns } from '#shared/registers/read-row.ts';
import { type RegisterDefinition, titleColumn } from '#shared/registers/register-definition.ts';
import type { Cells } from './entry-store.ts';

const subItem = /^(?:其中\s*[:：]?|[(（]\s*[\d一二三四五六七八九十]{1,3}\s*[)）]|[①-⑳]|[\d]{1,2}[)）])/u;

/** Completes the identity of each row of a table in turn. */
export function subRowIdentities(definition: RegisterDefinition): (cells: Cells, identity: string) => string {
  const title = titleColumn(definition).key;
  const names = identityColumns(definition);
  // Where something else tells rows apart, their place below another says nothing.
  const isByTitle = names.length === 1 && names[0]?.key === title;
  let parent = '';
  return (cells, identity) => {
    if (!isByTitle || identity === '') return identity;
    const isSub = parent !== '' && subItem.test(cells[title] ?? '');
    if (!isSub) parent = identity;
    return isSub ? `${parent}\u001f${identity}` : identity;
  };
}
