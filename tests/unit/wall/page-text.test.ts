// Cutting texts into pages: nothing lost, nothing too long, breaks where a sentence ends.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepNumbers, pageText, rowsOf, rowsOfAll } from '#kiosk/screen/page-text.ts';

describe('page text › rows', () => {
  test.each([
    ['a short line', '停水公告', 20, 1],
    ['as long as the row less its reserve', '字'.repeat(19), 20, 1],
    ['one character more', '字'.repeat(20), 20, 2],
    ['Latin words stay whole', `${'字'.repeat(16)}ABCDEFGH`, 20, 2],
    ['a word longer than a row is broken', 'A'.repeat(60), 20, 3],
    ['nothing still takes a row', '', 20, 1],
  ])('%s', (_, text, columns, rows) => {
    expect(rowsOf(text, columns)).toBe(rows);
  });
});

describe('page text › pages', () => {
  test('a sentence that does not fit any more begins the next page', () => {
    const sentence = `${'字'.repeat(17)}。`;
    expect(pageText([sentence.repeat(5)], { columns: 19, rows: 2 })).toEqual([
      [sentence.repeat(2)],
      [sentence.repeat(2)],
      [sentence],
    ]);
  });

  test('closing quotation marks stay with their sentence', () => {
    const pages = pageText(['他说：“今天停水。”明天恢复。'], { columns: 12, rows: 1 });
    expect(pages).toEqual([['他说：“今天停水。”'], ['明天恢复。']]);
  });

  const anyText = fc.array(
    fc.string({
      unit: fc.constantFrom('公', '告', '。', '；', '”', 'A', 'm', '7', ' ', '！', '𠮷'),
      minLength: 1,
      maxLength: 160,
    }),
    { maxLength: 6 },
  );
  const anyRoom = fc.record({
    columns: fc.integer({ min: 4, max: 40 }),
    rows: fc.integer({ min: 1, max: 12 }),
  });

  test('for any text and room › joined they are the text, and each fits', () => {
    fc.assert(
      fc.property(anyText, anyRoom, (paragraphs, room) => {
        const pages = pageText(paragraphs, room);
        expect(pages.flat().join('')).toBe(paragraphs.join(''));
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          expect(rowsOfAll(page, room.columns)).toBeLessThanOrEqual(room.rows);
        }
      }),
    );
  });

  test('for any text › more room never makes more rows', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 30 }), (paragraphs, columns) => {
        const text = paragraphs.join('');
        expect(rowsOf(text, columns * 2)).toBeLessThanOrEqual(rowsOf(text, columns));
      }),
    );
  });

  test('telephone numbers stay on one row', () => {
    expect(keepNumbers('电话 0999-5550 1119')).toBe('电话 0999\u20115550\u00a01119');
  });
});
