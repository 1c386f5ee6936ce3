// Which agencies a word names, by characters and by sound.
import { describe, expect, it } from 'vitest';
import { AgencyNames } from '#shared/search/agency-names.ts';

const agencies = new AgencyNames([
  ['a', '宁波市税务局', 3, 'ning bo shi shui wu ju'],
  ['b', '税务局 第12分局', 1, 'shui wu ju di fen ju'],
  ['c', 'Ｔ２航站楼服务中心', 1, 'hang zhan lou fu wu zhong xin'],
  ['d', '西安市档案馆', 1, 'xi an shi dang an guan'],
  ['e', '无声局', 1, ''],
]);

describe('agency names › when a word is typed', () => {
  it.each([
    ['税务局', [0, 1]],
    ['宁波', [0]],
    ['局', [0, 1, 4]],
    ['t2航站楼', [2]],
    ['第12', [1]],
    ['第1', [1]],
    ['12', [1]],
    ['2分局', []],
    ['局税', []],
    ['海关', []],
  ])('%s is named by %j', (word, places) => {
    expect(agencies.named(word)).toEqual(places);
  });
});

describe('agency names › when letters are typed', () => {
  it.each([
    ['swj', [0, 1]],
    ['nbssw', [0]],
    ['jd', [1]],
    ['shuiwuju', [0, 1]],
    ['shuiw', [0, 1]],
    ['dangan', [3]],
    ['xian', [3]],
    ['hui', []],
    ['uiwu', []],
    ['zzz', []],
  ])('%s sounds like %j', (letters, places) => {
    expect(agencies.sounding(letters)).toEqual(places);
  });

  it('takes two letters for initials only', () => {
    expect(agencies.sounding('wu')).toEqual([]);
    expect(agencies.sounding('sw')).toEqual([0, 1]);
  });
});
