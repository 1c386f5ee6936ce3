// Makes text in Chromium's PDF files searchable: fonts that share a glyph between 民 and the radical ⺠ must say 民.
import { strFromU8, unzlibSync } from 'fflate';

/** Radicals of U+2E80–2EF3 our texts meet and Unicode normalisation leaves alone, each followed by its character. */
const supplement =
  '⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻰龙⺟母⻳龟⻁虎⺎兀⺔亚';

const characterOf = new Map(
  Array.from(supplement.matchAll(/(.)(.)/gu), ([, radical = '', character = '']) => [radical, character]),
);

/**
 * The mended map when a stream object is a map from glyphs to text (ISO 32000-1, 9.10.3), else null. Throws on a
 * radical nobody has told it about, so that a text never leaves here unsearchable.
 */
export function mendTextMap(content: string): string | null {
  const parts = /^<<[^>]*>> stream\n(.*)\nendstream\n$/s.exec(content);
  if (!parts || !content.includes('/FlateDecode')) return null;
  const map = strFromU8(unzlibSync(Buffer.from(parts[1] ?? '', 'latin1')), true);
  if (!map.includes('begincmap')) return null;
  if (/> <[0-9A-F]{2}> <2[EF]/.test(map)) throw new Error('A range of radicals stands in a text map.');
  return map.replaceAll(/(<[0-9A-F]{2}> )<(2[EF][0-9A-F]{2})>/g, (_, glyph: string, code: string) => {
    const character = plainCharacter(String.fromCodePoint(Number.parseInt(code, 16)));
    return `${glyph}<${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

function plainCharacter(radical: string): string {
  const character = characterOf.get(radical) ?? radical.normalize('NFKC');
  if (character === radical) throw new Error(`The radical ${radical} has no known character.`);
  return character;
}
