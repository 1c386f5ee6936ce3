// Rows of the synonym form: what they stand for as rules, and which of them cannot be saved.
import { describe, expect, it } from 'vitest';
import { faultsOf, rowsOf, rulesOf, withNewRow } from '#admin-page/state/synonym-rows.ts';

describe('synonym rows › when rules are shown and read back', () => {
  it('are the same rules', () => {
    const rules = [
      { word: '低保', also: ['最低生活保障'] },
      { word: '医保', also: ['医疗保险', '医疗保障'] },
    ];
    expect(rulesOf(rowsOf(rules))).toEqual(rules);
  });

  it('may have any sign between names', () => {
    const typed = [{ key: 0, word: ' 医保 ', names: '医疗保险，医疗保障, 医疗;新农合；、' }];
    expect(rulesOf(typed)).toEqual([{ word: '医保', also: ['医疗保险', '医疗保障', '医疗', '新农合'] }]);
  });
});

describe('synonym rows › when a row is added', () => {
  it('stands first with a key of its own', () => {
    const rows = withNewRow(rowsOf([{ word: '低保', also: ['最低生活保障'] }]));
    expect(rows[0]).toEqual({ key: 1, word: '', names: '' });
    expect(withNewRow([])).toHaveLength(1);
  });
});

describe('synonym rows › when rows are faulty', () => {
  it('says which and why', () => {
    const rows = [
      { key: 7, word: '低保', names: '最低生活保障' },
      { key: 3, word: '低保', names: '保障' },
      { key: 5, word: '', names: '' },
      { key: 9, word: '户口', names: ' 、 ' },
    ];
    const faults = faultsOf(rows);
    expect([...faults].map(([key, { row, fault }]) => [key, row, fault])).toEqual([
      [3, 2, 'duplicate'],
      [5, 3, 'empty'],
      [9, 4, 'no-other-name'],
    ]);
  });
});
