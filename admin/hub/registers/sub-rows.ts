// Rows that belong to the one above them: 其中, （1）, ①, set in; they are told apart by that row as well.
import { openLevels } from '#shared/registers/item-levels.ts';
import { identityColumns } from '#shared/registers/read-row.ts';
import { type RegisterDefinition, titleColumn } from '#shared/registers/register-definition.ts';
import type { Cells } from './entry-store.ts';

const subItem = /^(?:其中\s*[:：]?|[(（]\s*[\d一二三四五六七八九十]{1,3}\s*[)）]|[①-⑳]|[\d]{1,2}[)）])/u;
const parting = '\u001f';

/** Completes the identity of each row of a table in turn. */
export function subRowIdentities(definition: RegisterDefinition): (cells: Cells, identity: string) => string {
  const title = titleColumn(definition).key;
  const names = identityColumns(definition);
  // Where something else tells rows apart, their place below another says nothing.
  const isByTitle = names.length === 1 && names[0]?.key === title;
  if (!isByTitle) return (_, identity) => identity;
  const path = openPath();
  const met = new Set<string>();
  let parent = '';
  return (cells, identity) => {
    const above = path(cells[title] ?? '', identity);
    if (identity === '') return identity;
    const isSub = parent !== '' && subItem.test((cells[title] ?? '').trim());
    if (!isSub) parent = identity;
    const own = isSub ? `${parent}${parting}${identity}` : identity;
    // 1.工资 under one item and again under another: the items above tell the second from the first.
    const full = met.has(own) && above.length > 0 ? [...above, own].join(parting) : own;
    met.add(full);
    return full;
  };
}

/** The identities of the items above each row of a table in turn, the highest first. */
function openPath(): (label: string, identity: string) => readonly string[] {
  const levelOf = openLevels();
  let open: string[] = [];
  return (label, identity) => {
    const { level } = levelOf(label);
    open = [...open.slice(0, level), identity];
    return open.slice(0, -1);
  };
}
