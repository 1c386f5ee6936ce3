// Text of a PDF under something laid over it: pictures of every sort, forms, annotations, and what only looks like it.
import { describe, expect, it } from 'vitest';
import { lintFile } from '#hub/lint/lint-file.ts';
import { type Drawn, lines, type PdfParts, writePdf } from '#tests/support/lint/write-pdf.ts';

const secret = '王小明 13912345678';
/** The line under test stands at 60, 500, twelve points high. */
const line: Drawn = { kind: 'text', text: secret, x: 60, y: 500 };
const over = { x: 55, y: 495, width: 220, height: 20 } as const;
const page = { x: 0, y: 0, width: 595, height: 842 } as const;
const hidings = new Set(['covered-text', 'hidden-text']);
const calm = lines(['关于做好便民服务工作的通知', '请各单位按时办理。']);

async function hiddenIn(drawn: readonly Drawn[], more: Omit<PdfParts, 'pages'> = {}) {
  const { findings } = await lintFile('文件.pdf', writePdf({ ...more, pages: [[...calm, ...drawn]] }));
  return findings
    .filter(({ rule }) => hidings.has(rule))
    .map(({ rule, place, excerpt }) => [rule, place.page, excerpt] as const);
}

describe('covered text', () => {
  it.each(['black', 'white', 'inline', 'stencil', 'form'] as const)(
    'a %s picture › when it is laid over a line › the line is found at its page',
    async (kind) => {
      const found = await hiddenIn([line, { kind, ...over }]);
      expect(found).toHaveLength(1);
      expect(found[0]?.[0]).toBe('covered-text');
      expect(found[0]?.[1]).toBe(1);
      expect(found[0]?.[2]).toContain('王**');
    },
  );

  it.each(['black', 'white', 'inline', 'stencil', 'form'] as const)(
    'a %s picture › when it was drawn before the line › nothing is hidden but black on black',
    async (kind) => {
      const found = await hiddenIn([
        { kind, ...over },
        { ...line, colour: [1, 0, 0] },
      ]);
      expect(found).toEqual([]);
    },
  );

  it('pictures › when only beside the line, cropped away from it, or blended with it › hide nothing', async () => {
    expect(await hiddenIn([line, { kind: 'black', ...over, y: 540 }])).toEqual([]);
    const crop = [300, 495, 100, 20] as const;
    expect(await hiddenIn([line, { kind: 'black', ...over, width: 400, crop }])).toEqual([]);
    expect(await hiddenIn([line, { kind: 'white', ...over, isMultiplied: true }])).toEqual([]);
  });

  it('seals › when stamped over a name with their ground left out › hide nothing', async () => {
    expect(await hiddenIn([line, { kind: 'seal', x: 40, y: 400, width: 200, height: 200 }])).toEqual([]);
  });

  it('scans › when the text lies under, or invisibly over, a picture of the page › it is no alarm', async () => {
    expect(await hiddenIn([line, { kind: 'white', ...page }])).toEqual([]);
    const strips = [0, 1, 2, 3].map(
      (at): Drawn => ({ kind: 'white', x: 0, y: at * 210.5, width: 595, height: 210.5 }),
    );
    expect(await hiddenIn([line, ...strips])).toEqual([]);
    expect(
      await hiddenIn([
        { kind: 'white', ...page },
        { ...line, mode: 3 },
      ]),
    ).toEqual([]);
    expect(
      await hiddenIn([
        { ...line, mode: 3 },
        { kind: 'white', ...page },
      ]),
    ).toEqual([]);
  });

  it('grounds › when a picture of the whole page lies beneath › a smaller one over the text still counts', async () => {
    const found = await hiddenIn([{ kind: 'white', ...page }, line, { kind: 'black', ...over }]);
    expect(found.map(([rule]) => rule)).toEqual(['covered-text']);
  });

  it.each([
    ['a square filled white', '/Subtype/Square/C[1 1 1]/IC[1 1 1]', undefined],
    ['a stamp', '/Subtype/Stamp', [0.2, 0.2, 0.2]],
    ['a mark for redaction', '/Subtype/Redact/IC[0 0 0]', undefined],
    ['a text box', '/Subtype/FreeText/DA(/Helv 12 Tf)', [1, 1, 1]],
  ] as const)('annotations › when %s covers the line › the line is found', async (_name, dict, fill) => {
    const marks = [{ dict: `${dict}/Rect[55 495 275 515]`, ...(fill === undefined ? {} : { fill }) }];
    const found = await hiddenIn([line], { marks });
    expect(found.map(([rule, at]) => [rule, at])).toEqual([['covered-text', 1]]);
  });

  it('annotations › when a square is only a frame › nothing is hidden', async () => {
    const marks = [{ dict: '/Subtype/Square/C[0 0 0]/Rect[55 495 275 515]' }];
    expect(await hiddenIn([line], { marks })).toEqual([]);
  });
});
