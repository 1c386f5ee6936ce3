// Letters held against syllables: what a visitor may type for a word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchLetters } from '#shared/search/keypad/match-letters.ts';
import { syllables } from '#shared/search/syllables.ts';

const none: readonly string[] = [];
const wordOf = (spelt: string) => {
  const readings = spelt.split(' ').map((one) => one.split('/'));
  return (at: number) => readings[at] ?? none;
};
const nextOf = (spelt: string, letters: string) =>
  [...(matchLetters(letters, wordOf(spelt))?.next ?? [])].sort().join('');

describe('matchLetters › when letters are typed for 社保卡', () => {
  it.each(['sbk', 'shebaoka', 'shebk', 'sbaok', 'shbk', 'sbka'])('it takes %s for all of it', (letters) => {
    expect(matchLetters(letters, wordOf('she bao ka'))?.reached).toBe(3);
  });

  it('it refuses letters that no syllable begins with', () => {
    expect(matchLetters('sk', wordOf('she bao ka'))).toBeNull();
    expect(matchLetters('sbkk', wordOf('she bao ka'))).toBeNull();
  });

  it('it lights the rest of a syllable and the beginning of the next', () => {
    expect(nextOf('she bao ka', 's')).toBe('bh');
    expect(nextOf('she bao ka', 'she')).toBe('b');
    expect(nextOf('she bao ka', 'sbk')).toBe('a');
    expect(nextOf('she bao ka', 'sbka')).toBe('');
  });

  it('it reads a polyphone in every way', () => {
    expect(matchLetters('cq', wordOf('zhong/chong qing'))?.reached).toBe(2);
    expect(matchLetters('zq', wordOf('zhong/chong qing'))?.reached).toBe(2);
  });
});

describe('matchLetters › when any word is cut anywhere', () => {
  const words = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 5 });
  const typed = words.chain((word) =>
    fc.tuple(
      fc.constant(word),
      fc.tuple(...word.map((one) => fc.integer({ min: 1, max: one.length }))),
      fc.integer({ min: 1, max: word.length }),
    ),
  );

  it('it takes a beginning of each of its first syllables, and lights the letter that follows', () => {
    fc.assert(
      fc.property(typed, ([word, lengths, syllablesTyped]) => {
        const letters = word
          .slice(0, syllablesTyped)
          .map((one, at) => one.slice(0, lengths[at]))
          .join('');
        const match = matchLetters(letters, (at) => (at < word.length ? [word[at] as string] : none));
        expect(match).not.toBeNull();
        const following = word[syllablesTyped]?.[0];
        if (following !== undefined) expect([...(match?.next ?? [])]).toContain(following);
      }),
    );
  });

  it('it lights a letter exactly when one more letter still matches', () => {
    fc.assert(
      fc.property(typed, ([word, lengths, syllablesTyped]) => {
        const readingsAt = (at: number) => (at < word.length ? [word[at] as string] : none);
        const letters = word
          .slice(0, syllablesTyped)
          .map((one, at) => one.slice(0, lengths[at]))
          .join('');
        const next = matchLetters(letters, readingsAt)?.next;
        for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
          expect(next?.has(letter) ?? false).toBe(matchLetters(letters + letter, readingsAt) !== null);
        }
      }),
    );
  });
});
