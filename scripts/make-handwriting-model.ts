// Reduces the stroke data of hanzi-writer-data to the compact file the terminal recognises handwriting by.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licencePath, modelPath } from '../kiosk/handwriting/model-files.ts';
import { encodeModel, type HandwritingTemplate } from '../kiosk/handwriting/model-format.ts';
import { normaliseStrokes } from '../kiosk/handwriting/normalise-strokes.ts';
import type { Point, Stroke } from '../kiosk/handwriting/stroke.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'node_modules', 'hanzi-writer-data');
const cache = join(root, '.cache');
/** What the model depends on: when one of these changes, it is made anew. */
const ingredients = [
  'node_modules/hanzi-writer-data/package.json',
  'scripts/make-handwriting-model.ts',
  ...['stroke', 'resample', 'normalise-strokes', 'model-format'].map(
    (name) => `kiosk/handwriting/${name}.ts`,
  ),
];

/** Demanded by section 2 a) of the Arphic Public License: how and when what is derived from the fonts was changed. */
const notice = `Templates for recognising handwriting, derived from the stroke medians of hanzi-writer-data 2.0.1, which derive, by way of Make Me a Hanzi, from the fonts AR PL KaitiM GB and AR PL KaitiM Big5. Copyright (C) 1999 Arphic Technology Co., Ltd.; Copyright (C) 2016 Shaunak Kishore. Changed in November 2026 by the Mingchuang project: outlines left out, medians smoothed, normalised, thinned out and rounded. Licensed under the Arphic Public License, ARPHICPL.TXT beside this file. There is no warranty.`;

/** Largest distance of a left-out point from the line, in sides of the unit square. */
const tolerance = 0.016;

/** Thins a line out as D. Douglas and T. Peucker do (The Canadian Cartographer 10, 1973). */
function thinnedOut(line: Stroke): Point[] {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last || line.length < 3) return [...line];
  const length = Math.hypot(last.x - first.x, last.y - first.y);
  const offsets = line.map(({ x, y }) =>
    length === 0
      ? Math.hypot(x - first.x, y - first.y)
      : Math.abs((last.x - first.x) * (y - first.y) - (last.y - first.y) * (x - first.x)) / length,
  );
  const largest = Math.max(...offsets);
  if (largest <= tolerance) return [first, last];
  const corner = offsets.indexOf(largest);
  return [...thinnedOut(line.slice(0, corner + 1)).slice(0, -1), ...thinnedOut(line.slice(corner))];
}

/** The characters of the two levels of GB 2312: 3,755 in common use (rows 16 to 55), 3,008 less common (rows 56 to 87). */
export function charactersByLevel(): readonly [Set<string>, Set<string>] {
  const decoder = new TextDecoder('gb18030');
  const levels = [new Set<string>(), new Set<string>()] as const;
  for (let row = 16; row <= 87; row++) {
    for (let cell = 1; cell <= 94; cell++) {
      const character = decoder.decode(new Uint8Array([row + 0xa0, cell + 0xa0]));
      if (/^\p{Script=Han}$/u.test(character)) levels[row <= 55 ? 0 : 1].add(character);
    }
  }
  return levels;
}

/** The strokes of one character as the package has them, with y turned downwards. */
export async function readMedians(character: string): Promise<Stroke[]> {
  const text = await readFile(join(source, `${character}.json`), 'utf8');
  const { medians } = JSON.parse(text) as { medians: [number, number][][] };
  return medians.map((stroke) => stroke.map(([x, y]) => ({ x, y: 900 - y })));
}

/** Unified ideographs only: nobody writes a radical by itself to search for it. */
export async function listCharacters(): Promise<string[]> {
  const names = await readdir(source);
  return names.filter((name) => /^[\u4e00-\u9fff]\.json$/.test(name)).map((name) => name.slice(0, 1));
}

async function makeTemplates(): Promise<HandwritingTemplate[]> {
  const [common, lessCommon] = charactersByLevel();
  const rankOf = (character: string) => (common.has(character) ? 0 : lessCommon.has(character) ? 1 : 2);
  const templates: HandwritingTemplate[] = [];
  for (const character of await listCharacters()) {
    const strokes = normaliseStrokes(await readMedians(character)).map(thinnedOut);
    templates.push({ character, rank: rankOf(character), strokes });
  }
  return templates;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ingredients) hash.update(await readFile(join(root, name))).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** The model's bytes; made once for each state of its sources, then kept. */
export async function loadHandwritingModel(): Promise<Uint8Array> {
  const kept = join(cache, `handwriting-${await fingerprint()}.bin`);
  if (existsSync(kept)) return await readFile(kept);
  const bytes = encodeModel({ notice, templates: await makeTemplates() });
  await mkdir(cache, { recursive: true });
  await writeFile(kept, bytes);
  return bytes;
}

/** Puts the model, and the licence that must go with it, where the kiosk looks for them below `folder`. */
export async function writeHandwritingFiles(folder: string): Promise<void> {
  await mkdir(dirname(join(folder, modelPath)), { recursive: true });
  await writeFile(join(folder, modelPath), await loadHandwritingModel());
  await copyFile(join(source, 'ARPHICPL.TXT'), join(folder, licencePath));
}

if (import.meta.main) {
  const bytes = await loadHandwritingModel();
  process.stdout.write(`${bytes.length} bytes\n`);
}
