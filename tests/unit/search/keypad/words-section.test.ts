// The list of words in a segment: what is written is read back, what no builder writes is refused.
import { describe, expect, it } from 'vitest';
import { createSpeller } from '#hub/publish/speller.ts';
import { StretchCounter, stretchesIn } from '#shared/search/keypad/stretch-counter.ts';
import { readWords, writeWords } from '#shared/search/keypad/words-section.ts';

const place = { segment: 's', section: 'keypad', block: 0 };
const speller = createSpeller();
const readings = new Map(Array.from('重庆市点项目社保卡', (one) => [one, speller.spell(one)[0] ?? []]));
const encode = (text: string) => new TextEncoder().encode(text);

describe('words of a segment › when they are written and read', () => {
  it('it keeps text, count and how each is read, also against the likeliest reading', () => {
    const written = writeWords(
      [
        { text: '重庆市', count: 7 },
        { text: '重点', count: 3 },
      ],
      speller,
    );
    const words = readWords(encode(written), readings, place);
    expect(words.map(({ text, count, readings: heard }) => [text, count, heard.flat().join(' ')])).toEqual([
      ['重庆市', 7, 'chong qing shi'],
      ['重点', 3, 'zhong dian'],
    ]);
  });

  it.each(['社保卡', '社保卡 0', '社保卡 x', '社保卡 2 she bao', '社保卡 2 she bao xyz', ' 2', '龘龘 2'])(
    'it refuses the line "%s"',
    (line) => {
      expect(() => readWords(encode(line), readings, place)).toThrowError(
        expect.objectContaining({ code: 'search.block-damaged' }),
      );
    },
  );
});

describe('stretches of titles › when words repeat', () => {
  it('it counts each once a title, keeps neighbours together and lets joining words begin none', () => {
    const counter = new StretchCounter();
    counter.add(stretchesIn('社会保险登记的通知'));
    counter.add(stretchesIn('社会保险社会保险'));
    const counts = new Map(counter.best(100).map(({ text, count }) => [text, count]));
    expect(counts.get('社会保险')).toBe(2);
    expect(counts.get('保险登记')).toBe(1);
    expect([...counts.keys()].some((text) => text.startsWith('的') || text.endsWith('的'))).toBe(false);
  });
});
