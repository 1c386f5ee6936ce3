// Which traditional characters are found by their simplified forms, and which are left alone.
import { describe, expect, it } from 'vitest';
import { makeSimplifiedTable } from '#scripts/make-simplified-table.ts';
import { simplifyCharacter } from '#shared/search/simplified.ts';
import { simplified, traditional } from '#shared/search/simplified-table.ts';

const simplify = (text: string) => [...text].map(simplifyCharacter).join('');

describe('simplified characters › when a text is written in traditional ones', () => {
  it.each([
    ['政府信息公開', '政府信息公开'],
    ['醫療保險與戶籍', '医疗保险与户籍'],
    ['關於土地徵收補償標準的通知', '关于土地征收补偿标准的通知'],
    ['國務院辦公廳', '国务院办公厅'],
    ['臺灣', '台湾'],
    ['最後什麽', '最后什么'],
  ])('%s › it compares as %s', (written, compared) => {
    expect(simplify(written)).toBe(compared);
  });
});

describe('simplified characters › when a character is standard already', () => {
  it.each(['乾坤', '拚搏', '摺叠', '夥颐', '政府信息公开', '〇一二ＡＢ〔〕𠮷'])(
    '%s › it stays as it is',
    (text) => {
      expect(simplify(text)).toBe(text);
    },
  );
});

describe('simplified characters › when the table is read as a whole', () => {
  it('holds pairs of single units, in order, none of which is mapped on', () => {
    expect(simplified.length).toBe(traditional.length);
    expect(traditional.length).toBeGreaterThan(2_500);
    expect([...traditional].join('')).toBe([...traditional].sort().join(''));
    expect(new Set(traditional).size).toBe(traditional.length);
    for (const plain of simplified) expect(simplifyCharacter(plain)).toBe(plain);
  });

  it('is what its script makes', () => {
    expect(makeSimplifiedTable()).toEqual({ traditional, simplified });
  });
});
