// The keypad within a register, or under any filter: it offers what stands there, and no key leads to nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeller } from '#hub/publish/speller.ts';
import { RegisterStretches } from '#shared/search/keypad/register-stretches.ts';
import { stretchesIn } from '#shared/search/keypad/stretch-counter.ts';
import { withDigit, withLetter, withPicked } from '#shared/search/keypad/typed-text.ts';
import { normalise } from '#shared/search/normalise.ts';
import type { PreloadingReader } from '#shared/search/open-catalogue.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '#tests/support/catalogue-records.ts';

const speller = createSpeller();
const openIn = (lists: Parameters<typeof openTestCatalogue>[0]) => openTestCatalogue(lists, { speller });

function entry(registerId: string, at: number, title: string, facet = '在业', shown?: { until: string }) {
  return makePublishable({
    id: `e-${registerId}-${at}`,
    kind: 'entry',
    title,
    indexNo: `9151${String(at).padStart(4, '0')}`,
    details: { type: 'entry', registerId, registerTitle: registerId, cells: [], facets: [facet] },
    ...(shown ? { shown: { from: null, until: shown.until } } : {}),
  });
}
const documents = ['社会保障卡申领', '社会保险登记', '户口迁移办理指南', '重点项目清单'].map((title, at) =>
  makePublishable({ id: `d${at}`, title }),
);
const companies = [
  '清溪顺达运输有限公司',
  '清溪鑫瑞丰商贸有限公司',
  '云溪佳禾粮油加工厂',
  '云溪宏达建筑有限公司',
];
const schools = ['清溪第一小学', '云溪实验中学', '云溪区机关幼儿园'];
const inCompanies = { register: ['r-company'] };
const inSchools = { register: ['r-school'] };
const catalogue = [
  [...documents, ...companies.map((title, at) => entry('r-company', at, title, at === 2 ? '吊销' : '在业'))],
  schools.map((title, at) => entry('r-school', at, title)),
];

/** Every key and word that leads on from a text. */
async function waysOn(reader: PreloadingReader, text: string, filters: Record<string, string[]>) {
  const { letters, digits, words } = await reader.keypad(text, filters);
  return [
    ...[...letters].map((letter) => withLetter(text, letter)),
    ...[...digits].map((digit) => withDigit(text, digit)),
    ...words.map((word) => withPicked(text, word.text)),
  ];
}

/** Presses every key that is lit, so many deep, and tells what led to nothing. */
async function deadEnds(reader: PreloadingReader, filters: Record<string, string[]>, depth: number) {
  const dead: string[] = [];
  let texts = [''];
  for (let deep = 0; deep < depth; deep++) {
    const next = await Promise.all(texts.map((text) => waysOn(reader, text, filters)));
    texts = [...new Set(next.flat())];
    for (const text of texts) {
      const { resultsText, findsSomething } = await reader.keypad(text, filters);
      const { total } = await reader.search({ ...makeQuery(resultsText), filters });
      if (total === 0 || !findsSomething) dead.push(text);
    }
  }
  return dead;
}

describe('keypad › when it is opened within a register', () => {
  it('it offers the words of that register, with how many of its entries have them', async () => {
    const { reader } = await openIn(catalogue);
    const { words } = await reader.keypad('', inCompanies);
    expect(words.map(({ text }) => text)).toContain('有限公司');
    expect(words.map(({ text }) => text).join(' ')).not.toMatch(/社会|小学|户口/);
    for (const { text, count } of words) {
      expect((await reader.search({ ...makeQuery(text), filters: inCompanies })).total).toBe(count);
    }
  });

  it('it dims the letters that lead to other records only', async () => {
    const { reader } = await openIn(catalogue);
    expect((await reader.keypad('')).letters).toContain('h');
    const { letters } = await reader.keypad('', inSchools);
    expect(letters).not.toContain('h');
    expect((await reader.keypad('sh', inSchools)).words).not.toContainEqual(
      expect.objectContaining({ text: '社会' }),
    );
    for (const letter of 'qy') expect(letters).toContain(letter);
  });

  it('it offers under a value of the register what has that value', async () => {
    const { reader } = await openIn(catalogue);
    const filters = { ...inCompanies, facet1: ['吊销'] };
    const { words } = await reader.keypad('', filters);
    expect(words.map(({ text }) => text).join(' ')).toMatch(/粮油/);
    expect(words.map(({ text }) => text).join(' ')).not.toMatch(/有限公司|运输/);
  });

  it('it offers nothing of an entry whose time is over', async () => {
    const until = '2026-05-08T04:00:00.000Z';
    const { reader } = await openTestCatalogue(
      [
        [
          ...companies.map((title, at) => entry('r-company', at, title)),
          entry('r-company', 9, '百货大楼', '在业', { until }),
        ],
      ],
      { speller, now: () => Date.parse(until) },
    );
    expect((await reader.keypad('', inCompanies)).letters).not.toContain('b');
    expect((await reader.keypad('b', inCompanies)).findsSomething).toBe(false);
  });

  it('it tells of written characters which lead on there', async () => {
    const { reader } = await openIn(catalogue);
    expect(await reader.finds(['清', '社', '清溪鑫', '清溪第'], inCompanies)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(await reader.finds(['社'])).toEqual([true]);
  });

  it('no key that is lit, two deep, shows an empty result', async () => {
    const { reader } = await openIn(catalogue);
    expect(await deadEnds(reader, inCompanies, 2)).toEqual([]);
    expect(await deadEnds(reader, { ...inCompanies, facet1: ['在业'] }, 2)).toEqual([]);
    expect(await deadEnds(reader, inSchools, 2)).toEqual([]);
    expect(await deadEnds(reader, { kind: ['entry'] }, 1)).toEqual([]);
  });
});

describe('keypad › when registers are many and large', () => {
  const word = fc.constantFrom(
    '清溪',
    '云溪',
    '顺达',
    '宏达',
    '运输',
    '粮油',
    '加工厂',
    '有限公司',
    '第一',
    '小学',
    '和平',
  );
  const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(''));
  const rows = fc.array(fc.record({ register: fc.constantFrom('a', 'b'), title }), {
    minLength: 1,
    maxLength: 12,
  });

  it('a name whose first character mostly joins words › begins with its letter all the same', async () => {
    const { reader } = await openIn([[entry('a', 1, '和平顺达'), entry('a', 2, '清溪和顺达')]]);
    const register = { register: ['a'] };
    expect((await reader.keypad('', register)).letters).toContain('h');
    const { words } = await reader.keypad('h', register);
    expect(words.map(({ text }) => text)).toContain('和平顺');
    expect(await deadEnds(reader, register, 2)).toEqual([]);
  });

  it('any two registers › keys of one lead to entries of that one', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (entries) => {
        const { reader } = await openIn([entries.map((row, at) => entry(row.register, at, row.title))]);
        for (const register of ['a', 'b']) {
          const own = entries.filter((row) => row.register === register);
          expect(await deadEnds(reader, { register: [register] }, 2)).toEqual([]);
          // Every entry can be begun by the first letter of its name.
          const { letters } = await reader.keypad('', { register: [register] });
          for (const row of own)
            expect(letters).toContain(speller.spell(normalise(row.title).text)[0]?.[0]?.[0]);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('it looks at every eighth title of a register past 40,000 of them', () => {
    const stretches = new RegisterStretches();
    let wanted = 0;
    for (let at = 0; at < 48_000; at++) if (stretches.isWanted('a')) wanted += 1;
    expect(wanted).toBe(40_000 + 8_000 / 8);
  });

  it('it keeps words of the 500 registers that came first, and of each no more than fit', () => {
    const stretches = new RegisterStretches();
    for (let register = 0; register < 600; register++) {
      if (stretches.isWanted(`r${register}`))
        stretches.add(`r${register}`, stretchesIn('清溪顺达运输有限公司'));
    }
    expect([...stretches.best()]).toHaveLength(500);
  });
});
