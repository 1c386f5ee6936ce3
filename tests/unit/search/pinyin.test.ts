// Titles and agencies by letters and by sound, with a dictionary of the few characters that stand in them.
import { beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueReader } from '#shared/search/types.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';
import { tinySpeller } from '../../support/tiny-speller.ts';

const records = [
  makePublishable({ id: 'card', title: '社保卡办理指南', date: '2020' }),
  makePublishable({ id: 'newer-card', title: '关于社保卡的通知', date: '2024' }),
  makePublishable({ id: 'household', title: '户口登记条例', date: '2021' }),
  makePublishable({ id: 'western', title: '西安市医疗保险', date: '2021' }),
  makePublishable({ id: 'county', title: '县医疗保险', date: '2021' }),
  makePublishable({ id: 'polyphone', title: '重庆市重大项目', date: '2021' }),
  makePublishable({ id: 'green', title: '绿化条例', date: '2021' }),
  makePublishable({ id: 'etc', title: 'ETC登记', date: '2021' }),
  makePublishable({ id: 'tax', title: '公开指南', agencyId: 't', agencyName: '重庆市税务局', date: '2021' }),
];

let reader: CatalogueReader;
beforeAll(async () => {
  ({ reader } = await openTestCatalogue([records.slice(0, 5), records.slice(5)], { speller: tinySpeller }));
});

async function found(text: string): Promise<string[]> {
  const { hits } = await reader.search(makeQuery(text));
  return hits.map(({ record }) => record.id);
}

describe('search › when initials are typed', () => {
  it('finds the titles that begin so before those that hold them, however new these are', async () => {
    expect(await found('sbk')).toEqual(['card', 'newer-card']);
  });

  it.each([
    ['s', ['card']],
    ['sb', ['card']],
    ['hk', ['household']],
    ['hkdjtl', ['household']],
    ['hkdjt', ['household']],
    ['djtl', ['household']],
    ['etc', ['etc']],
    ['etcdj', ['etc']],
    ['hkx', []],
  ])('%s finds %j', async (letters, ids) => {
    expect(await found(letters)).toEqual(ids);
  });

  it('takes every reading of a character', async () => {
    expect(await found('cqszd')).toEqual(['polyphone']);
    expect(await found('zqscd')).toEqual(['polyphone']);
  });

  it('finds what an agency issued by the initials of its name', async () => {
    expect(await found('swj')).toEqual(['tax']);
    expect(await found('cqsswj')).toEqual(['tax']);
  });

  it('takes them beside other words', async () => {
    expect(await found('登记 hk')).toEqual(['household']);
    expect(await found('swj 公开')).toEqual(['tax']);
  });
});

describe('search › when a spelling is typed', () => {
  it.each([
    ['a whole title', 'shebaokabanlizhinan', ['card']],
    ['what a title begins with before what it holds', 'shebaoka', ['card', 'newer-card']],
    ['part of a title', 'dengji', ['etc', 'household']],
    ['its last syllable unfinished', 'hukoudengj', ['household']],
    ['its last syllable just begun', 'hukoud', ['household']],
    ['both ways to cut the letters', 'xianyiliao', ['county']],
    ['a syllable ended by a sign', 'yiliaobaoxian', ['western', 'county']],
    ['u with dots as v', 'lvhua', ['green']],
    ['an agency', 'shuiwuju', ['tax']],
    ['nothing that is there', 'shebaoguan', []],
  ])('%s: %s', async (_what, letters, ids) => {
    expect((await found(letters)).sort()).toEqual([...ids].sort());
  });

  it('puts titles that begin with it before those that hold it', async () => {
    expect(await found('shebaoka')).toEqual(['card', 'newer-card']);
  });

  it('reads xian both as one syllable and as two', async () => {
    expect((await found('xianshi')).sort()).toEqual(['western']);
    expect(await found('xianyi')).toEqual(['county']);
  });
});

describe('search › when a title is written with other characters of the same sound', () => {
  it.each([
    ['设堡卡', ['card', 'newer-card']],
    ['设保卡办理', ['card']],
    ['湖口等级', []],
    ['绿话', []],
  ])('%s finds %j and says that it was by sound', async (text, ids) => {
    // 设 and 堡 stand in no title, so nothing would know their sound but for the record that has them.
    const { reader: heard } = await openTestCatalogue(
      [[...records, makePublishable({ id: 'fort', title: '设堡', date: '1999' })]],
      { speller: tinySpeller },
    );
    const { hits, matched } = await heard.search(makeQuery(text));
    expect(hits.map(({ record }) => record.id)).toEqual(ids);
    expect(matched).toBe(ids.length > 0 ? 'sounds' : 'partly');
  });

  it('does not listen where the characters themselves are found', async () => {
    const { matched, hits } = await reader.search(makeQuery('户口'));
    expect([matched, hits.length]).toEqual(['whole', 1]);
  });
});

describe('search › when the catalogue was built without a dictionary', () => {
  it('finds letters as they are written, and nothing by sound', async () => {
    const { reader: silent } = await openTestCatalogue([records]);
    const ids = async (text: string) =>
      (await silent.search(makeQuery(text))).hits.map(({ record }) => record.id);
    expect([await ids('etc'), await ids('sbk'), await ids('shebaoka')]).toEqual([['etc'], [], []]);
  });
});
