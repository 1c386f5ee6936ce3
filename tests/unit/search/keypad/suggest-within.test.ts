// Words within one text: what letters find there, and which letters lead on.
import { describe, expect, it } from 'vitest';
import { createSpeller } from '#hub/publish/speller.ts';
import { suggestWithin } from '#shared/search/keypad/suggest-within.ts';

const passages = [
  '第一条为了规范行政处罚的设定和实施根据宪法制定本法',
  '第二条行政处罚是指行政机关依法对违反行政管理秩序的公民处以罚款',
];
const speller = createSpeller();
const readings = new Map(Array.from(new Set(passages.join('')), (one) => [one, speller.spell(one)[0] ?? []]));
const within = (letters: string) => suggestWithin(readings, passages, letters);

describe('suggestWithin › when letters are typed', () => {
  it('it offers words of the text that begin so, those that stand there often first', () => {
    expect(within('xz').words[0]).toBe('行政');
    expect(within('xzcf').words[0]).toBe('行政处罚');
    expect(within('fak').words).toContain('罚款');
  });

  it('it lights only letters that go on in the text', () => {
    expect(within('xz').next).toContain('c');
    expect(within('xz').next).not.toContain('w');
    expect(within('qq')).toEqual({ letters: 'qq', words: [], next: '' });
  });
});
