// The agencies of a segment: what is kept of them, and which of them a word names, by characters and by sound.
import { describe, expect, it } from 'vitest';
import {
  decodeAgencyStarts,
  encodeAgencyStarts,
  SegmentAgencies,
  soundsInRows,
  writeAgencies,
} from '#shared/search/segment-agencies.ts';
import { codeOf, codeOfPromise, somewhere } from '../../support/damage.ts';

const rows = [
  { id: 'a', name: '宁波市税务局', records: 3, syllables: 'ning bo shi shui wu ju' },
  { id: 'b', name: '税务局 第12分局', records: 1, syllables: 'shui wu ju di fen ju' },
  { id: 'c', name: 'Ｔ２航站楼服务中心', records: 1, syllables: 'hang zhan lou fu wu zhong xin' },
  { id: 'd', name: '西安市档案馆', records: 1, syllables: 'xi an shi dang an guan' },
  { id: 'e', name: '无声局', records: 1, syllables: '' },
  { id: 'a', name: '宁波市国税局', records: 9, syllables: 'ning bo shi guo shui ju' },
];
const allOf = (read: SegmentAgencies) => Array.from({ length: read.count }, (_, at) => read.agency(at));
const texts = writeAgencies(rows);
type Texts = ReturnType<typeof writeAgencies>;
const open = (
  count: number,
  { rows, names, sounds, starts }: Omit<Texts, 'starts'> & { starts: Texts['starts'] | null },
) => new SegmentAgencies(count, { rows, names }, starts, somewhere, async () => sounds);
const agencies = open(rows.length, texts);
const soundingIn = async (read: SegmentAgencies, letters: string) => (await read.sounds()).sounding(letters);

describe('agencies › when they have been written', () => {
  it('are all there, one that was renamed under each name', () => {
    expect(allOf(agencies)).toEqual(rows.map(({ syllables: _syllables, ...kept }) => kept));
    expect(rows.map((_, at) => agencies.idOf(at))).toEqual(rows.map(({ id }) => id));
    expect(agencies.idOf(rows.length)).toBeUndefined();
    expect(agencies.records()).toEqual(rows.map(({ records }) => records));
    expect(agencies.withId('a').map(({ name }) => name)).toEqual(['宁波市税务局', '宁波市国税局']);
    expect(agencies.withId('z')).toEqual([]);
  });

  it('keep lines and parts apart, whatever a name holds', async () => {
    const odd = [
      { id: 'x\u0000y', name: '一\n局', records: 1, syllables: '' },
      { id: '', name: '', records: 0, syllables: '' },
      { id: 'z', name: '二局', records: 2, syllables: 'er ju' },
    ];
    const read = open(3, writeAgencies(odd));
    expect(allOf(read).map(({ name, records }) => [name, records])).toEqual([
      ['一 局', 1],
      ['', 0],
      ['二局', 2],
    ]);
    expect([read.named('一局'), read.named('二'), await soundingIn(read, 'ej')]).toEqual([[0], [2], [2]]);
  });

  it('may be none', async () => {
    const none = open(0, writeAgencies([]));
    expect([none.records(), none.named('局'), await soundingIn(none, 'ju'), none.withId('a')]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it.each([
    ['fewer rows than told', 7, {}],
    ['more rows than told', 5, {}],
    ['a row without its parts', 1, { rows: 'a\u0000b' }],
    ['fewer names than told', 6, { names: '一\n二' }],
  ])('are damaged with %s', (_what, count, change) => {
    const read = open(count, { ...texts, starts: null, ...change });
    expect(codeOf(() => [read.named('局'), allOf(read)])).toBe('search.block-damaged');
  });

  it.each([
    ['fewer', 'ju\nju'],
    ['more', `${texts.sounds}\nju`],
  ])('are damaged with %s sounds than told, and can be asked again', async (_what, sounds) => {
    let given = sounds;
    const read = new SegmentAgencies(rows.length, texts, texts.starts, somewhere, async () => given);
    expect(await codeOfPromise(soundingIn(read, 'ju'))).toBe('search.block-damaged');
    given = texts.sounds;
    expect(await soundingIn(read, 'dangan')).toEqual([3]);
  });

  it('stood behind each row in earlier formats', () => {
    const older = rows.map(({ id, name, records, syllables }) =>
      [id, name, records, syllables].join('\u0000'),
    );
    expect(soundsInRows(older.join('\n'))).toBe(texts.sounds);
  });
});

describe('agencies › when it is told where each begins', () => {
  const encoded = encodeAgencyStarts(texts.starts);

  it('begin where they would be found without', () => {
    const starts = decodeAgencyStarts(encoded, rows.length, somewhere);
    const counted = open(rows.length, { ...texts, starts: null });
    const told = open(rows.length, { ...texts, starts });
    expect(allOf(told)).toEqual(allOf(counted));
    expect(told.named('局')).toEqual(counted.named('局'));
  });

  it.each([
    ['fewer than told', 7],
    ['more than told', 5],
  ])('are damaged with %s', (_what, count) => {
    expect(codeOf(() => decodeAgencyStarts(encoded, count, somewhere))).toBe('search.block-damaged');
  });

  it('are damaged when the order is wrong, or one does not begin behind a line', () => {
    const { rows: right, names } = texts.starts;
    const turned = encodeAgencyStarts({ rows: right.toReversed(), names });
    expect(codeOf(() => decodeAgencyStarts(turned, rows.length, somewhere))).toBe('search.block-damaged');
    const shifted = { rows: right.map((start, at) => (at === 2 ? start + 1 : start)), names };
    const read = open(rows.length, { ...texts, starts: shifted });
    expect(read.idOf(1)).toBe('b');
    expect(codeOf(() => read.idOf(2))).toBe('search.block-damaged');
  });
});

describe('agencies › when a word is typed', () => {
  it.each([
    ['税务局', [0, 1]],
    ['宁波', [0, 5]],
    ['局', [0, 1, 4, 5]],
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

describe('agencies › when letters are typed', () => {
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
  ])('%s sounds like %j', async (letters, places) => {
    expect(await soundingIn(agencies, letters)).toEqual(places);
  });

  it('takes two letters for initials only', async () => {
    expect(await soundingIn(agencies, 'wu')).toEqual([]);
    expect(await soundingIn(agencies, 'sw')).toEqual([0, 1]);
  });
});
