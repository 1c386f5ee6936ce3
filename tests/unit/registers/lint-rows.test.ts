// What of a register must be answered for before it is public, by column, and what masking makes unnecessary.
import { describe, expect, it } from 'vitest';
import type { Mask } from '#shared/catalogue/register.ts';
import { RowLinter } from '#shared/registers/lint-rows.ts';
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';

const column = (key: string, title: string, mask: Mask = 'none') => ({
  ...{ key, title, mask, type: 'text' as const, unit: null, roles: [] },
  ...{ isSearchable: true, isShown: true, isFacet: false, isSortable: false },
});
const definition = (phoneMask: Mask = 'none'): RegisterDefinition => ({
  ...{ id: 'fuel', template: null, title: '残疾人补贴发放名册', summary: '', views: [], checks: [] },
  updateRule: null,
  columns: [column('name', '姓名'), column('phone', '联系电话', phoneMask), column('note', '备注')],
});
const id = '110101199003074098';

function findingsOf(rows: readonly Record<string, string>[], phoneMask: Mask = 'none') {
  const linter = new RowLinter(definition(phoneMask));
  for (const [at, row] of rows.entries()) linter.add(row, at + 1);
  return linter.findings();
}

describe('rows of a register › read before they are approved', () => {
  it('when numbers of persons stand in any column › each column and kind is told with its rows, masked', () => {
    const rows = Array.from({ length: 250 }, (_, at) => ({
      name: `某单位${at}`,
      phone: at % 2 === 0 ? `138001380${String(at % 100).padStart(2, '0')}` : '',
      note: at === 130 ? `身份证${id}` : '按月发放',
    }));
    const found = findingsOf(rows);
    const phones = found.find(({ rule }) => rule === 'mobile-phone');
    expect(phones).toMatchObject({ columnKey: 'phone', columnTitle: '联系电话', count: 125 });
    expect(phones?.examples).toHaveLength(3);
    const numbers = found.find(({ rule }) => rule === 'id-number');
    expect(numbers).toMatchObject({ key: 'note:id-number', count: 1, examples: [{ row: 131 }] });
    expect(JSON.stringify(found)).not.toContain(id);
    expect(JSON.stringify(found)).not.toContain('13800138000');
  });

  it('when the column is masked or hidden › there is nothing to answer for', () => {
    const rows = [{ name: '某单位', phone: '13800138000', note: '' }];
    expect(findingsOf(rows)).toHaveLength(1);
    for (const mask of ['phone', 'hidden'] as const) expect(findingsOf(rows, mask)).toEqual([]);
  });

  it('when it is an ordinary register › nothing is asked', () => {
    const rows = Array.from({ length: 300 }, (_, at) => ({
      name: `第${at}养老院`,
      phone: `0830-555${String(1000 + at)}`,
      note: '三星级，望山路18号，91110000100000000X',
    }));
    expect(findingsOf(rows)).toEqual([]);
  });
});
