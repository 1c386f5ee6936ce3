// What a header says twice: only what another piece finds as well is left out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldLetters } from '#shared/search/format.ts';
import { normalisedText } from '#shared/search/normalise.ts';
import { withoutRepeats } from '#shared/search/repeated-pieces.ts';
import { findWord } from '#shared/search/tokenise.ts';

const { title, summary, index } = fieldLetters;

/** What is left of a summary beside a title and an index number. */
function leftOf(pieces: readonly string[], name = '', number = ''): readonly string[] {
  const fields = [
    { letter: index, pieces: [number] },
    { letter: summary, pieces },
    { letter: title, pieces: [name] },
  ];
  return withoutRepeats(fields).find(({ letter }) => letter === summary)?.pieces ?? [];
}

describe('withoutRepeats › when pieces of a summary stand elsewhere', () => {
  it('leaves out what the title or a number says', () => {
    expect(
      leftOf(['茂永固药业有限公司', '药业', '91dgfq1w', '四川省'], '茂永固药业有限公司', '91dgfq1w'),
    ).toEqual(['四川省']);
  });

  it('leaves out what stands within another piece, and of equal ones all but the first', () => {
    expect(leftOf(['存续', '登记状态存续', '药业', '药业'])).toEqual(['登记状态存续', '药业']);
  });

  it('keeps digits and letters that are only a part of a run', () => {
    expect(leftOf(['2024', '120240315', '20240315'])).toEqual(['2024', '120240315', '20240315']);
  });

  it('leaves the other fields as they are', () => {
    const fields = [
      { letter: title, pieces: ['甲'] },
      { letter: index, pieces: ['甲', '甲'] },
    ];
    expect(withoutRepeats(fields)).toEqual(fields);
  });
});

describe('withoutRepeats › when pieces are random', () => {
  const text = fc
    .string({ unit: fc.constantFrom('甲', '乙', '1', '2', 'a', ' '), maxLength: 6 })
    .map(normalisedText);

  it('leaves every word to be found that was found before', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), text, text, (pieces, name, word) => {
        const isIn = (texts: readonly string[]) =>
          texts.some((one) => word !== '' && findWord(one, word) >= 0);
        expect(isIn([...leftOf(pieces, name), name])).toBe(isIn([...pieces, name]));
      }),
    );
  });
});
