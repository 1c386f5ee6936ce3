// The free keypad: every common character can be written by its sound.
import { describe, expect, it } from 'vitest';
import { characterLines } from '#kiosk/pinyin/character-table.ts';
import { compose } from '#kiosk/pinyin/compose.ts';
import { characterFile } from '#scripts/make-character-table.ts';
import { charactersByLevel } from '#scripts/make-handwriting-model.ts';

describe('writing by sound › when a syllable is typed', () => {
  it('offers every character in common use under a syllable of its own', () => {
    const [common] = charactersByLevel();
    const offered = new Set<string>();
    for (const line of characterLines.split(';')) {
      const { characters } = compose(line.slice(0, line.indexOf(' ')));
      for (const character of characters) offered.add(character);
    }
    expect([...common].filter((character) => !offered.has(character))).toEqual([]);
  });

  it.each([
    ['de', '的'],
    ['gong', '公'],
    ['kai', '开'],
    ['yi', '一'],
    ['nv', '女'],
    ['wo', '我'],
  ])('%s › the commonest comes first', (letters, character) => {
    expect(compose(letters).characters[0]).toBe(character);
  });

  it('takes the first syllable of several, and leaves the rest', () => {
    expect(compose('gongkai').syllable).toBe('gong');
    expect(compose('shenqing').syllable).toBe('shen');
  });

  it('offers something for every beginning of a syllable, and nothing for what begins none', () => {
    for (const line of characterLines.split(';')) {
      const syllable = line.slice(0, line.indexOf(' '));
      for (let length = 1; length <= syllable.length; length += 1) {
        expect(compose(syllable.slice(0, length)).characters.length).toBeGreaterThan(0);
      }
    }
    expect(compose('vvv').characters).toEqual([]);
    expect(compose('').characters).toEqual([]);
  });
});

describe('the table of characters › when it is made anew', () => {
  it('is the one that is kept', async () => {
    expect(characterFile()).toContain(characterLines);
  });
});
