// The list of synonyms as staff keep it: the default one, their own, and what a list may not hold.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSynonyms } from '#hub/editorial/default-synonyms.ts';
import { createPublishSource } from '#hub/editorial/publish-source.ts';
import { createSynonymService } from '#hub/editorial/synonyms.ts';
import type { SynonymService } from '#hub/http/hub-services.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { findFaultyRules, tidySynonyms } from '#shared/search/synonym-rules.ts';
import type { SynonymRule } from '#shared/search/types.ts';
import { clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let synonyms: SynonymService;
beforeEach(async () => {
  temp = await openTempDesk();
  synonyms = createSynonymService(temp.desk);
});
afterEach(() => temp.close());

const rule = (word: string, ...also: string[]): SynonymRule => ({ word, also });
const audit = () => temp.desk.db.selectFrom('audit_entries').selectAll().execute();

async function refusal(rules: readonly SynonymRule[]) {
  const error = await synonyms.save(rules, clerk).catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error('it was not refused');
  return { code: error.code, row: error.details.row };
}

describe('synonyms › when nobody saved a list', () => {
  it('are the default ones, about thirty, without a fault', async () => {
    expect(await synonyms.rules()).toBe(defaultSynonyms);
    expect(defaultSynonyms.length).toBeGreaterThanOrEqual(30);
    expect(findFaultyRules(defaultSynonyms)).toEqual([]);
    expect(tidySynonyms(defaultSynonyms)).toEqual(defaultSynonyms);
    expect(defaultSynonyms).toContainEqual(rule('低保', '最低生活保障'));
    expect(await createPublishSource(temp.desk).synonyms()).toBe(defaultSynonyms);
  });
});

describe('synonyms › when staff save a list', () => {
  it('takes the place of the default one, tidied, and is on record', async () => {
    await synonyms.save([rule(' 低保 ', '最低生活保障', ' ', '最低生活保障')], clerk);
    expect(await synonyms.rules()).toEqual([rule('低保', '最低生活保障')]);
    expect(await createPublishSource(temp.desk).synonyms()).toEqual([rule('低保', '最低生活保障')]);
    expect(await audit()).toMatchObject([{ action: 'synonyms.update', who: '经办员' }]);
  });

  it('may be empty, which is not the default list', async () => {
    await synonyms.save([], clerk);
    expect(await synonyms.rules()).toEqual([]);
  });

  it('names in the trail the words that changed, and nothing when none did', async () => {
    await synonyms.save([rule('户口', '户籍'), rule('低保', '最低生活保障')], clerk);
    const before = (await audit()).length;
    await synonyms.save([rule('户口', '户籍'), rule('低保', '最低生活保障')], clerk);
    expect(await audit()).toHaveLength(before);
    await synonyms.save([rule('户口', '户籍、户口簿'), rule('低保', '最低生活保障')], clerk);
    expect((await audit()).at(-1)).toMatchObject({ subject: '户口' });
  });
});

describe('synonyms › when a list cannot be kept', () => {
  const good = rule('户口', '户籍');
  it.each([
    ['an empty word', rule('', '户籍'), 'store.synonym-empty'],
    ['signs alone', rule('——', '户籍'), 'store.synonym-empty'],
    ['a word of 21 characters', rule('长'.repeat(21), '户籍'), 'store.synonym-too-long'],
    ['another name of 21 characters', rule('医保', '长'.repeat(21)), 'store.synonym-too-long'],
    ['a word that is there already', rule('户口', '户籍'), 'store.synonym-duplicate'],
    ['a word that differs in width only', rule('户　口', '户籍'), 'store.synonym-duplicate'],
    ['itself as its other name', rule('医保', '医保'), 'store.synonym-duplicate'],
    ['no other name', rule('医保', ' '), 'store.synonym-alone'],
    ['eleven other names', rule('医保', ...'一二三四五六七八九十百'), 'store.synonym-crowded'],
  ])('%s › it is refused by its row and nothing is changed', async (_what, bad, code) => {
    expect(await refusal([good, bad])).toEqual({ code, row: 2 });
    expect(await synonyms.rules()).toBe(defaultSynonyms);
    expect(await audit()).toEqual([]);
  });

  it('more than 500 rules › it is refused as a whole', async () => {
    const many = Array.from({ length: 501 }, (_, at) => rule(`词${at}`, '别名'));
    expect((await refusal(many)).code).toBe('store.synonyms-too-many');
    await synonyms.save(many.slice(1), clerk);
    expect(await synonyms.rules()).toHaveLength(500);
  });
});
