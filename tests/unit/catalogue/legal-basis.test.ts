// Laws and articles read out of the words of a legal basis.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleAnchor, basisItems, lawWords, parseCitations } from '#shared/catalogue/legal-basis.ts';

describe('a citation › when it names a law', () => {
  test.each([
    ['《中华人民共和国土地管理法》第六十二条', ['中华人民共和国土地管理法', null, '第六十二条']],
    ['《社会救助暂行办法》第九条至第十三条', ['社会救助暂行办法', null, '第九条至第十三条']],
    ['《居民身份证法》第十条、第十一条第二款', ['居民身份证法', null, '第十条、第十一条第二款']],
    ['《政府信息公开条例》（国务院令第711号）第27条', ['政府信息公开条例', '国务院令第711号', '第27条']],
    [
      '《明渚区生活垃圾分类管理办法》（渚政规〔2022〕4号，2025年修改）',
      ['明渚区生活垃圾分类管理办法', '渚政规〔2022〕4号', null],
    ],
    ['《行政许可法》第三十二条：“行政机关……依照本法第四十条……”', ['行政许可法', null, '第三十二条']],
    ['渚民发〔2026〕11号', [null, '渚民发〔2026〕11号', null]],
  ])('%s › it is read part by part', (text, [name, docNo, article]) => {
    expect(parseCitations(text)).toEqual([{ name, docNo, article }]);
  });

  test('of several laws › each keeps its own articles', () => {
    expect(parseCitations('依据《甲条例》第三条和《乙办法》第八条第一款')).toEqual([
      { name: '甲条例', docNo: null, article: '第三条' },
      { name: '乙办法', docNo: null, article: '第八条第一款' },
    ]);
  });

  test('that cites nothing › it is none', () => {
    expect(parseCitations('按照区政府的统一安排')).toEqual([]);
    expect(parseCitations('')).toEqual([]);
  });

  test('of any text › it never throws, and gives no more than it may', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('《', '》', '第', '三', '条', '款', '〔2024〕', '1', '号', '令', '甲', '：'),
        }),
        (text) => {
          const laws = parseCitations(text);
          expect(laws.length).toBeLessThanOrEqual(20);
          for (const { name, docNo, article } of laws) {
            expect(name ?? docNo).not.toBeNull();
            if (article !== null) expect(text).toContain(article);
          }
        },
      ),
    );
  });
});

describe('an article › when it is linked to', () => {
  test.each([
    ['第三十二条', 'art-32'],
    ['第九条至第十三条', 'art-9'],
    ['第一百二十条之一', 'art-120-1'],
    ['第27条第二款', 'art-27'],
    ['第九至十三条', 'art-9'],
    ['第二章', null],
    [null, null],
  ])('%s › it has the anchor %s', (words, anchor) => {
    expect(articleAnchor(words)).toBe(anchor);
  });
});

test('a basis › when it has words and items › both stand in it, items named as people cite them', () => {
  const law = { name: '甲条例', docNo: '某令第1号', article: '第三条' };
  expect(lawWords(law)).toBe('《甲条例》（某令第1号）第三条');
  expect(basisItems({ basis: ['《乙法》第一条'], laws: [law] })).toEqual([
    { words: '《乙法》第一条', laws: [{ name: '乙法', docNo: null, article: '第一条' }] },
    { words: '《甲条例》（某令第1号）第三条', laws: [law] },
  ]);
  expect(basisItems({ basis: [] })).toEqual([]);
});
