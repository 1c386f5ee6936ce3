// Changes staff make to a register's definition, each leaving it sound.
import { type ColumnRole, facetPlaces, type RegisterColumn } from '#shared/catalogue/register.ts';
import type { RegisterDefinition, ViewChoice } from '#shared/registers/register-definition.ts';

/** What a column does besides telling entries apart; a column has at most one such use. */
export const uses = ['title', 'shown-from', 'shown-until', 'value'] as const;
export type Use = (typeof uses)[number];

export function useOf({ roles }: RegisterColumn): Use | '' {
  return uses.find((use) => roles.includes(use)) ?? '';
}

/** Changes one column. */
export function withColumn(
  definition: RegisterDefinition,
  key: string,
  part: Partial<RegisterColumn>,
): RegisterDefinition {
  const columns = definition.columns.map((column) => (column.key === key ? { ...column, ...part } : column));
  return { ...definition, columns };
}

/** Gives a column a use; what only one column can be, another stops being. The name of the entries stays with one. */
export function withUse(definition: RegisterDefinition, key: string, use: Use | ''): RegisterDefinition {
  const isNamed = definition.columns.some((column) => column.key !== key && useOf(column) === 'title');
  if (use !== 'title' && !isNamed) return definition;
  const columns = definition.columns.map((column) => {
    const identity = column.roles.filter((role) => role === 'identity');
    if (column.key === key) return { ...column, roles: use === '' ? identity : [use, ...identity] };
    const isGivenUp = use !== '' && use !== 'value' && column.roles.includes(use);
    return isGivenUp ? { ...column, roles: column.roles.filter((role) => role !== use) } : column;
  });
  return { ...definition, columns };
}

export function withIdentity(
  definition: RegisterDefinition,
  key: string,
  isIdentity: boolean,
): RegisterDefinition {
  const column = definition.columns.find((one) => one.key === key);
  const others: readonly ColumnRole[] = (column?.roles ?? []).filter((role) => role !== 'identity');
  return withColumn(definition, key, { roles: isIdentity ? [...others, 'identity'] : others });
}

/** Whether one more column can narrow results. */
export function canFacet({ columns }: RegisterDefinition): boolean {
  return columns.filter(({ isFacet }) => isFacet).length < facetPlaces.length;
}

/** A view of this kind drawing on the columns that suit it best. */
export function viewOf(kind: ViewChoice['view'], { columns }: RegisterDefinition): ViewChoice {
  const title = columns.find(({ roles }) => roles.includes('title'))?.key ?? columns[0]?.key ?? '';
  const value =
    columns.find(({ roles }) => roles.includes('value')) ?? columns.find(({ type }) => isFigure(type));
  if (kind === 'ranking') return { view: 'ranking', value: value?.key ?? title };
  if (kind === 'chart')
    return { view: 'chart', chart: 'bar', category: title, values: value === undefined ? [] : [value.key] };
  return { view: kind };
}

export function isFigure(type: RegisterColumn['type']): boolean {
  return type === 'number' || type === 'money';
}
