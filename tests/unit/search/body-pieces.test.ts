// How a body is cut into pieces that each hold a part of the HTML and the text it shows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBody } from '#shared/search/body-pieces.ts';

describe('cutBody › when HTML and plain text are paired', () => {
  it('loses no character of either, however badly they agree', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 5 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (parts, text) => {
          const pieces = cutBody(parts, text);
          expect(pieces.map(({ html }) => html).filter((html) => html !== '')).toEqual(
            parts.filter((part) => part !== ''),
          );
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          expect(pieces.length).toBeGreaterThanOrEqual(parts.length);
        },
      ),
    );
  });

  it('puts the words of a part beside it', () => {
    const parts = ['<p>第一条 为了<b>公开</b></p>', '<p>第二条 &lt;本&gt;</p>'];
    const pieces = cutBody(parts, '第一条 为了公开\n\n第二条 <本>');
    expect(pieces.map(({ text }) => text)).toEqual(['第一条 为了公开\n\n', '第二条 <本>']);
  });
});
