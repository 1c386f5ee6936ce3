// Text in the printed files must be what people search for, not look-alike radicals.
import { strFromU8, strToU8, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { mendTextMap } from '#scripts/demo-files/mend-text-map.ts';

function streamOf(text: string): string {
  const packed = strFromU8(zlibSync(strToU8(text, true)), true);
  return `<</Filter /FlateDecode /Length ${packed.length}>> stream\n${packed}\nendstream\n`;
}

describe('text map of a printed file › when a glyph is shared with a radical', () => {
  test('it names the character: copied and searched text read 民政 and 一, not ⺠政 and ⼀', () => {
    const map = streamOf(
      'begincmap\n3 beginbfchar\n<01> <2EA0>\n<02> <2F00>\n<03> <653F>\nendbfchar\nendcmap',
    );
    expect(mendTextMap(map)).toContain('<01> <6C11>\n<02> <4E00>\n<03> <653F>');
  });

  test('it refuses a radical it has no character for', () => {
    expect(() => mendTextMap(streamOf('begincmap\n<01> <2E80>\nendcmap'))).toThrow('no known character');
  });
});

test('text map of a printed file › when a stream is something else › it is left alone', () => {
  expect(mendTextMap(streamOf('q 1 0 0 1 0 0 cm Q'))).toBeNull();
  expect(mendTextMap('<</Type /Page>>\n')).toBeNull();
});
