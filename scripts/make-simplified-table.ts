// Makes the table of traditional characters and their simplified forms anew; the result is kept in the repository.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js/t2cn';

const target = fileURLToPath(new URL('../shared/search/simplified-table.ts', import.meta.url));

/**
 * Traditional text cannot be written without these, although GB 2312 keeps them for a surname or a rare sense
 * (關於, 徵收, 之後, 什麽). Both sides of every comparison are mapped, so the rare sense is still found.
 */
const mappedAllTheSame = '後於徵麽';

/** The 6,763 characters of GB 2312: what is written in simplified text. */
function charactersOfGb2312(): Set<string> {
  const decoder = new TextDecoder('gb18030');
  const all = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(character)) all.add(character);
    }
  }
  return all;
}

/** Pairs of single characters of the basic plane, by code; what is itself standard in simplified text stays out. */
export function makeSimplifiedTable(): { traditional: string; simplified: string } {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const standard = charactersOfGb2312();
  const pairs = new Map<string, string>();
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const plain = toSimplified(character);
    const isOneToOne = plain.length === 1 && plain !== character;
    if (isOneToOne && (!standard.has(character) || mappedAllTheSame.includes(character)))
      pairs.set(character, plain);
  }
  // A form that is mapped on would make the second normalisation differ from the first.
  const settled = [...pairs].filter(([, plain]) => !pairs.has(plain));
  return {
    traditional: settled.map(([character]) => character).join(''),
    simplified: settled.map(([, plain]) => plain).join(''),
  };
}

function asModule({ traditional, simplified }: ReturnType<typeof makeSimplifiedTable>): string {
  return `// Traditional characters by code, and their simplified forms in the same order.
// Made by scripts/make-simplified-table.ts from the character table of OpenCC (Apache License 2.0); not edited by hand.

export const traditional =
  '${traditional}';

export const simplified =
  '${simplified}';
`;
}

if (import.meta.main) {
  const table = makeSimplifiedTable();
  writeFileSync(target, asModule(table));
  process.stdout.write(`${table.traditional.length} characters\n`);
}
