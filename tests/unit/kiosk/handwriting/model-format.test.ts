// The templates' file: what is written is read again, and nothing damaged is taken for whole.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeModel, type HandwritingTemplate, parseModel } from '#kiosk/handwriting/model-format.ts';

const step = 1.5 / 127;
const coordinate = fc.integer({ min: 0, max: 127 }).map((value) => value * step - 0.25);
const stroke = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 12 });
const template: fc.Arbitrary<HandwritingTemplate> = fc.record({
  character: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
  rank: fc.integer({ min: 0, max: 2 }),
  strokes: fc.array(stroke, { minLength: 1, maxLength: 9 }),
});
const model = fc.record({
  notice: fc.string({ maxLength: 40 }),
  templates: fc.uniqueArray(template, { selector: ({ character }) => character, maxLength: 12 }),
});

const rounded = (templates: readonly HandwritingTemplate[]) =>
  templates
    .toSorted((a, b) => a.rank - b.rank || a.character.charCodeAt(0) - b.character.charCodeAt(0))
    .map(({ character, rank, strokes }) => ({
      character,
      rank,
      strokes: strokes.map((line) =>
        line.map(({ x, y }) => [Math.round((x + 0.25) / step), Math.round((y + 0.25) / step)]),
      ),
    }));

test('model file › when it is written and read › every template is the same, by rank and code', () => {
  fc.assert(
    fc.property(model, (written) => {
      const read = parseModel(encodeModel(written));
      expect(read.notice).toBe(written.notice);
      expect(rounded(read.templates)).toEqual(rounded(written.templates));
      expect(read.templates.map(({ character }) => character)).toEqual(
        rounded(written.templates).map(({ character }) => character),
      );
    }),
  );
});

test('model file › when a byte is missing or too many › it is refused', () => {
  const bytes = encodeModel({
    notice: 'n',
    templates: [{ character: '一', rank: 0, strokes: [[{ x: 0, y: 0.5 }]] }],
  });
  for (let length = 0; length < bytes.length; length++) {
    expect(() => parseModel(bytes.slice(0, length))).toThrowError(
      expect.objectContaining({ code: 'kiosk.handwriting-unavailable' }),
    );
  }
  expect(() => parseModel(Uint8Array.from([...bytes, 0]))).toThrow();
});

test('model file › when it is something else › it is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => parseModel(bytes)).toThrow();
    }),
  );
});
