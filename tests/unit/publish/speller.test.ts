// How names and titles are read, with characters that have more than one reading.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { livingReadings } from '#hub/publish/polyphones.ts';
import { createSpeller } from '#hub/publish/speller.ts';
import { isSyllable } from '#shared/search/syllables.ts';

const speller = createSpeller();
const likeliest = (text: string) =>
  speller
    .spell(text)
    .map((readings) => readings[0] ?? '-')
    .join(' ');

describe('speller › when a word tells how a character is read', () => {
  it.each([
    ['重庆市', 'chong qing shi'],
    ['重大建设项目', 'zhong da jian she xiang mu'],
    ['长沙市', 'chang sha shi'],
    ['村长', 'cun zhang'],
    ['中国银行', 'zhong guo yin hang'],
    ['行政许可法', 'xing zheng xu ke fa'],
    ['会计师事务所', 'kuai ji shi shi wu suo'],
    ['音乐学校', 'yin yue xue xiao'],
    ['朝阳区', 'chao yang qu'],
    ['西藏自治区', 'xi zang zi zhi qu'],
    ['厦门市', 'xia men shi'],
    ['调查处理', 'diao cha chu li'],
    ['绿化和女职工', 'lv hua he nv zhi gong'],
  ])('%s › it is read %s', (text, spelt) => {
    expect(likeliest(text)).toBe(spelt);
  });

  it('reads traditional characters as their simplified forms', () => {
    expect(likeliest('重慶市長壽區')).toMatch(/^chong qing shi /);
    expect(likeliest('國務院')).toBe('guo wu yuan');
  });
});

describe('speller › when a character has other readings', () => {
  it('gives them after the likeliest', () => {
    expect(speller.spell('重庆')[0]).toEqual(['chong', 'zhong']);
    expect(speller.spell('重大')[0]).toEqual(['zhong', 'chong']);
    expect(speller.spell('单县')[0]).toContain('shan');
  });

  it('leaves out those that nobody types', () => {
    expect(speller.spell('河南县')).toEqual([['he'], ['nan'], ['xian']]);
  });

  it('knows only syllables in the table of polyphones, two or three each', () => {
    for (const [character, readings] of livingReadings) {
      expect(character).toMatch(/^\p{Script=Han}$/u);
      expect(readings.length).toBeGreaterThan(1);
      expect(readings.every(isSyllable)).toBe(true);
    }
  });
});

describe('speller › when text is not Chinese throughout', () => {
  it('gives nothing for what has no reading', () => {
    expect(speller.spell('a1〇，中')).toEqual([[], [], ['ling'], [], ['zhong']]);
    expect(speller.spell('𠮷野')).toEqual([[], [], ['ye']]);
    expect(speller.spell('')).toEqual([]);
  });

  it('answers every unit of any text with at most three syllables', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const spelt = speller.spell(text);
        expect(spelt.length).toBe(text.length);
        for (const readings of spelt) {
          expect(readings.length).toBeLessThanOrEqual(3);
          expect(readings.every(isSyllable)).toBe(true);
        }
      }),
    );
  });
});
