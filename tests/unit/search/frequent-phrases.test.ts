// Phrases of registers with lists of their own: which get one, and that answers stay what they are without.
import { describe, expect, it } from 'vitest';
import { fieldLetters } from '#shared/search/format.ts';
import { mostPhrases, noPhrases, PhraseFinder, PhraseSample } from '#shared/search/frequent-phrases.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';

const fields =
  (title: string, ...summary: string[]) =>
  () => [
    { letter: fieldLetters.title, pieces: [title] },
    { letter: fieldLetters.summary, pieces: summary },
  ];

function sampleOf(entries: readonly (() => ReturnType<ReturnType<typeof fields>>)[], fewestEntries = 0) {
  const sample = new PhraseSample({ fewestEntries });
  for (const entry of entries) sample.add(entry);
  return sample.choose();
}

describe('phrases of entries', () => {
  it('are those a good share has, the most frequent first, each in its own field', () => {
    const chosen = sampleOf([
      fields('河北甲有限', '河北省石家庄市'),
      fields('河北乙有限公司', '河北省唐山市'),
      fields('河北丙有限公司', '山西省太原市'),
    ]);
    expect(chosen).toEqual({ title: ['有限公', '有限公司', '限公司'], summary: ['河北省'] });
  });

  it('reach over no blank, digit or character of two units, and not from one piece into the next', () => {
    const entry = fields('甲乙 丙丁', '甲乙1丙丁', '甲乙𠮷丙', '甲乙', '丙丁');
    expect(sampleOf([entry, entry])).toEqual({ title: [], summary: [] });
  });

  it('are as many as are kept, of more frequent ones first', () => {
    const han = Array.from({ length: 600 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
    const { summary } = sampleOf([
      fields('', han),
      fields('', han),
      fields('', '河北省'),
      fields('', '河北省'),
      fields('', '河北省'),
    ]);
    expect(summary).toHaveLength(mostPhrases);
    expect(summary[0]).toBe('河北省');
  });

  it('are none where entries are few', () => {
    const entry = fields('有限公司', '河北省');
    expect(sampleOf([entry, entry], 3)).toBe(noPhrases);
    expect(sampleOf([entry, entry, entry], 3).summary).toEqual(['河北省']);
  });

  it('are found from a sample of very many, spread over all of them', () => {
    const sample = new PhraseSample({ fewestEntries: 0 });
    let asked = 0;
    for (let at = 0; at < 60_000; at++) {
      sample.add(() => {
        asked += 1;
        return fields('', at < 30_000 ? '河北省' : '山西省')();
      });
    }
    expect([...sample.choose().summary].sort()).toEqual(['山西省', '河北省']);
    expect(asked).toBeLessThan(20_000);
  });
});

describe('a finder of phrases', () => {
  it('tells each place once, also at the end and where one begins inside another', () => {
    const found: string[] = [];
    new PhraseFinder(['有限公', '有限公司', '限公司']).find('有限公司有限公司', (phrase, place) =>
      found.push(`${place} ${phrase}`),
    );
    expect(found).toEqual(['0 有限公', '0 有限公司', '1 限公司', '4 有限公', '4 有限公司', '5 限公司']);
  });
});

describe('a catalogue with such lists', () => {
  const places = ['河北省唐山市', '山西省太原市', '河北省', '省河北'];
  const titles = ['有限公司', '甲有限公司', '乙有限责任公司', '丙公司有限'];
  const entries = Array.from({ length: 64 }, (_, at) =>
    makePublishable({
      id: `e${at}`,
      kind: 'entry',
      title: `${titles[at % 4]}`,
      summary: places[(at >> 2) % 4] as string,
      details: { type: 'entry', registerId: 'r1', registerTitle: '名录', cells: [], facets: [] },
    }),
  );
  const others = [
    makePublishable({ id: 'd1', title: '关于河北省有限公司的通知', summary: '有限公司 河北省' }),
  ];
  const open = (fewestEntries: number) =>
    openTestCatalogue([[...entries, ...others]], { phraseLimits: { fewestEntries } });

  it.each(['河北省', '有限公司', '河北省 限公司', '限公司 河北', '河北省唐山市', '有限公', '公司有限'])(
    'asked for %s › answers as one without',
    async (text) => {
      const [listed, plain] = await Promise.all([open(1), open(1000)]);
      const query = makeQuery(text, { limit: 100 });
      const answer = await listed.reader.search(query);
      expect(answer.total).toBeGreaterThan(0);
      expect(answer).toEqual(await plain.reader.search(query));
    },
  );

  it('says in its description which phrases have a list, and says nothing where none has', async () => {
    const [listed, plain] = await Promise.all([open(1), open(1000)]);
    const meta = async ({ blocks }: typeof listed) =>
      JSON.parse(new TextDecoder().decode((await blocks.read('segment-0', 'meta', [0]))[0]?.slice(0, -4)));
    expect((await meta(plain)).phrases).toBeUndefined();
    expect((await meta(listed)).phrases.summary).toContain('河北省');
    expect((await meta(listed)).phrases.title).toContain('有限公司');
  });
});
