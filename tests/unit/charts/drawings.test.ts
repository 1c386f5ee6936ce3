// Drawings say what the figures say: lengths in proportion, parts that make the whole, labels that do not touch.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import { areBarsUpright, drawBars } from '#shared/charts/draw-bars.ts';
import { drawChart, formOf, hasKey } from '#shared/charts/draw-chart.ts';
import { drawLines, spread } from '#shared/charts/draw-lines.ts';
import { drawParts } from '#shared/charts/draw-parts.ts';
import { drawStacks, stackOf } from '#shared/charts/draw-stacks.ts';
import type { Drawing, Mark, RectShape, TextShape } from '#shared/charts/drawing.ts';
import { foldCategories } from '#shared/charts/fold-categories.ts';
import { partsOfWhole } from '#shared/charts/parts-of-whole.ts';
import { spokenFigures } from '#shared/charts/spoken-figures.ts';
import { cutText, widthOfText } from '#shared/charts/text-width.ts';

const room = { width: 228, text: 4.6, language: 'zh-CN' } as const;

function chart(values: readonly (readonly (number | null)[])[], more: Partial<ChartModel> = {}): ChartModel {
  const count = values[0]?.length ?? 0;
  return {
    type: 'bar',
    title: '窗口办件量',
    unit: '件',
    categories: Array.from({ length: count }, (_, at) => `${at + 1}月`),
    series: values.map((own, at) => ({ name: `第${at + 1}类`, values: own })),
    ...more,
  };
}

const rectsOf = ({ shapes }: Drawing) => shapes.filter((one): one is RectShape => one.shape === 'rect');
const textsOf = ({ shapes }: Drawing, mark: Mark) =>
  shapes.filter((one): one is TextShape => one.shape === 'text' && one.mark === mark);
const linesOf = ({ shapes }: Drawing) =>
  shapes.flatMap((one) => (one.shape === 'path' && one.mark === 'line' ? [one.d] : []));

describe('bars', () => {
  test('when names are short › they stand, in proportion, each with its figure', () => {
    const drawing = drawBars(chart([[50, 100, 25]]), room);
    const [a, b, c] = rectsOf(drawing).map(({ height }) => height);
    expect((a ?? 0) / (b ?? 1)).toBeCloseTo(0.5, 2);
    expect((c ?? 0) / (b ?? 1)).toBeCloseTo(0.25, 2);
    expect(textsOf(drawing, 'figure').map(({ text }) => text)).toEqual(['50', '100', '25']);
  });

  test('when names are long or many › they lie, in proportion, and nothing leaves the room', () => {
    const categories = ['与居住区相邻的餐饮服务单位油烟扰民问题', '二', '三'];
    const model = chart([[40, 10, 20]], { categories });
    expect(areBarsUpright(model, room)).toBe(false);
    const drawing = drawBars(model, room);
    const [a, b] = rectsOf(drawing).map(({ width }) => width);
    expect((b ?? 0) / (a ?? 1)).toBeCloseTo(0.25, 2);
    for (const { x, text, size } of textsOf(drawing, 'figure')) {
      expect(x + widthOfText(text, size)).toBeLessThanOrEqual(room.width + 0.01);
    }
  });

  test('when some are below nothing › they go the other way from the same ground', () => {
    const categories = ['甲', '乙', '丙', '丁', '戊'].map((name) => `${name}类餐饮服务单位油烟扰民`);
    const drawing = drawBars(chart([[30, -15, 0, 20, -5]], { categories }), room);
    const [up, down] = rectsOf(drawing);
    expect((down?.x ?? 0) + (down?.width ?? 0)).toBeCloseTo(up?.x ?? -1, 1);
    expect((down?.width ?? 0) / (up?.width ?? 1)).toBeCloseTo(0.5, 2);
    expect(textsOf(drawing, 'figure').map(({ text }) => text)).toEqual(['30', '-15', '0', '20', '-5']);
  });

  test('when names stand above bars that go both ways › the ground runs beside the bars and through no name', () => {
    const categories = ['甲', '乙', '丙'].map((name) => `${name}街道老旧小区改造综合服务中心管理办公室`);
    const drawing = drawBars(chart([[30, -15, 20]], { categories }), room);
    const ground = drawing.shapes.find((one) => one.shape === 'path' && one.mark === 'ground');
    const d = ground?.shape === 'path' ? ground.d : '';
    const pieces = [...d.matchAll(/M [\d.]+ ([\d.]+) V ([\d.]+)/gu)].map(([, from, to]) => [
      Number(from),
      Number(to),
    ]);
    const bars = rectsOf(drawing).map(({ y, height }) => [y, y + height]);
    expect(pieces).toHaveLength(3);
    pieces.forEach((piece, at) => {
      expect(piece[0]).toBeCloseTo(bars[at]?.[0] ?? -1, 1);
      expect(piece[1]).toBeCloseTo(bars[at]?.[1] ?? -1, 1);
    });
  });

  test('when any figures are drawn › every figure is written, upright ones without touching', () => {
    const values = fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (own) => {
        const drawing = drawBars(chart([own]), room);
        const figures = textsOf(drawing, 'figure');
        expect(figures.map(({ text }) => Number(text.replaceAll(',', '')))).toEqual(own);
        if (!areBarsUpright(chart([own]), room)) return;
        figures.slice(1).forEach(({ x, text, size }, at) => {
          const before = figures[at];
          const half = widthOfText(text, size) / 2 + widthOfText(before?.text ?? '', size) / 2;
          expect(x - (before?.x ?? 0)).toBeGreaterThanOrEqual(half);
        });
      }),
    );
  });

  test('when a figure is missing › a dash stands there, and no bar', () => {
    const drawing = drawBars(chart([[5, null, 7]]), room);
    expect(rectsOf(drawing)).toHaveLength(2);
    expect(textsOf(drawing, 'figure').map(({ text }) => text)).toEqual(['5', '—', '7']);
  });
});

describe('lines', () => {
  test('when a figure is missing › the line has a gap there', () => {
    const drawing = drawLines(chart([[1, 2, null, 4, 5]], { type: 'line' }), room);
    expect(linesOf(drawing).map((d) => d.match(/M/g)?.length)).toEqual([2]);
  });

  test('when several end close together › their names are pushed apart and stay in the drawing', () => {
    const drawing = drawLines(
      chart(
        [
          [1, 50],
          [2, 51],
          [3, 50.5],
        ],
        { type: 'line' },
      ),
      room,
    );
    const ends = textsOf(drawing, 'name').filter(({ series }) => series !== null);
    expect(ends).toHaveLength(3);
    const heights = ends.map(({ y }) => y);
    heights.slice(1).forEach((y, at) => {
      expect(y - (heights[at] ?? 0)).toBeGreaterThanOrEqual(room.text);
    });
    expect(Math.max(...heights)).toBeLessThan(drawing.height);
  });

  test('spread › when heights are any › they keep their order and distance, and none is below the bottom', () => {
    const wanted = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 6 });
    fc.assert(
      fc.property(wanted, (heights) => {
        const sorted = [...heights].sort((a, b) => a - b);
        const placed = spread(sorted, 6, 100);
        expect(placed).toHaveLength(sorted.length);
        placed.slice(1).forEach((y, at) => {
          expect(y - (placed[at] ?? 0)).toBeGreaterThanOrEqual(6 - 1e-9);
        });
        for (const y of placed) expect(y).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('parts of a whole', () => {
  test('when there are many › the smallest are told together, and all add up', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (own) => {
        fc.pre(own.some((value) => value > 0));
        const parts = partsOfWhole(chart([own]));
        const sum = parts.reduce((total, { value }) => total + value, 0);
        expect(sum).toBe(own.reduce((total, value) => total + value, 0));
        expect(parts.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 9);
        expect(parts.length).toBeLessThanOrEqual(7);
        expect(parts.reduce((total, { categories }) => total + categories, 0)).toBe(
          own.filter((value) => value > 0).length,
        );
      }),
    );
  });

  test('when one part is all › the ring is still drawn, with the sum in its middle', () => {
    const drawing = drawParts(partsOfWhole(chart([[7, 0]])), { ...room, width: 100 }, '合计');
    expect(drawing.shapes.filter(({ mark }) => mark === 'slice')).toHaveLength(1);
    expect(textsOf(drawing, 'total').map(({ text }) => text)).toEqual(['7']);
  });

  test('stacks › when drawn › parts follow one another up to the sum, which stands at the end', () => {
    const model = chart(
      [
        [0.1, 3],
        [0.2, null],
        [0.3, 2],
      ],
      { type: 'composition' },
    );
    expect(stackOf(model, 0).map(({ start, end }) => [start, end])).toEqual([
      [0, 0.1],
      [0.1, 0.3],
      [0.3, 0.6],
    ]);
    const figures = textsOf(drawStacks(model, room), 'figure').map(({ text }) => text);
    expect(figures).toEqual(['0.6', '5']);
  });
});

describe('form of a chart', () => {
  test.each([
    ['a line of one point', chart([[3]], { type: 'line' }), 'bars'],
    ['parts below nothing', chart([[3, -1]], { type: 'composition' }), 'bars'],
    ['parts of nothing', chart([[0, 0]], { type: 'composition' }), 'bars'],
    ['one whole', chart([[3, 1]], { type: 'composition' }), 'ring'],
    [
      'several wholes',
      chart(
        [
          [3, 1],
          [2, 2],
        ],
        { type: 'composition' },
      ),
      'stacks',
    ],
    ['two points', chart([[3, 1]], { type: 'line' }), 'lines'],
  ] as const)('when it is %s › it is drawn as its figures allow', (_, model, form) => {
    expect(formOf(model)).toBe(form);
    expect(drawChart(model, room).height).toBeGreaterThan(0);
  });

  test('when series need telling apart › there is a key, except where lines carry their names', () => {
    expect(hasKey(chart([[1], [2]]))).toBe(true);
    expect(
      hasKey(
        chart(
          [
            [1, 2],
            [2, 3],
          ],
          { type: 'line' },
        ),
      ),
    ).toBe(false);
    expect(hasKey(chart([[1, 2]]))).toBe(false);
  });

  test('fold › when a chart is long › the first categories stay with their figures', () => {
    const folded = foldCategories(
      chart([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      2,
    );
    expect(folded.categories).toEqual(['1月', '2月']);
    expect(folded.series.map(({ values }) => values)).toEqual([
      [1, 2],
      [4, 5],
    ]);
  });
});

describe('spoken figures', () => {
  const words = { colon: '：', comma: '，', stop: '。', none: '没有数字' };

  test('when there is one series › each sentence is a category with its figure and unit', () => {
    expect(spokenFigures(chart([[1234, null]]), words)).toEqual(['1月：1,234 件。', '2月：没有数字。']);
    expect(spokenFigures(chart([[12]], { unit: '%' }), words)).toEqual(['1月：12%。']);
  });

  test('when there are several › each figure has the name of its series', () => {
    expect(spokenFigures(chart([[1], [2]]), words)).toEqual(['1月：第1类 1 件，第2类 2 件。']);
  });
});

test('text › when it is too long for its room › it is cut with a mark, and fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 80 }), (text, width) => {
      const cut = cutText(text, 4, width);
      if (cut === text) expect(widthOfText(text, 4)).toBeLessThanOrEqual(width);
      else {
        expect(cut.endsWith('…')).toBe(true);
        expect(widthOfText(cut, 4)).toBeLessThanOrEqual(width);
      }
    }),
  );
});
