// The initials of a title's syllables, with every reading a character has.
import { describe, expect, it } from 'vitest';
import { initialsOf, waysToRead } from '#shared/search/initials.ts';
import { tinySpeller } from '../../support/tiny-speller.ts';

describe('initialsOf › when a title is read', () => {
  it.each([
    ['社保卡', ['s', 'b', 'k']],
    ['重庆市', ['cz', 'q', 's']],
    ['2024年社保', ['n', 's', 'b']],
    ['etc社保', ['e', 't', 'c', 's', 'b']],
    ['社 保', ['s', 'b']],
    ['龘社', ['s']],
    ['', []],
  ])('%s gives %j', (text, initials) => {
    expect(initialsOf(text, tinySpeller.spell(text))).toEqual(initials);
  });
});

describe('waysToRead › when characters have several readings', () => {
  it('gives every way, and one where there are none', () => {
    expect(waysToRead(['cz', 'q', 's'], 0, 3)).toEqual(['cqs', 'zqs']);
    expect(waysToRead(['s', 'b', 'k'], 1, 2)).toEqual(['bk']);
    expect(waysToRead(['ab', 'cd'], 0, 2)).toEqual(['ac', 'bc', 'ad', 'bd']);
  });

  it('follows twelve at most, the likeliest reading of the last character among them', () => {
    const ways = waysToRead(['ab', 'ab', 'ab', 'ab', 'cd'], 0, 5);
    expect(ways).toHaveLength(12);
    expect(ways).toContain('aaaac');
  });
});
