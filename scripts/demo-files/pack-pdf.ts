// Makes Chromium's PDF files about half as large and searchable: small objects go into one compressed object stream (PDF 1.5).
import { strToU8, zlibSync } from 'fflate';
import { mendTextMap } from './mend-text-map.ts';

interface PdfObject {
  readonly number: number;
  /** What stands between `N 0 obj` and `endobj`, one character a byte. */
  readonly content: string;
  readonly isStream: boolean;
}

/** Where an object lies: a type and two fields, as ISO 32000-1, 7.5.8.3 orders them. */
type Place = readonly [type: 0 | 1 | 2, second: number, third: number];

/** The same document with an object stream and a cross-reference stream. Throws on a file not laid out as Skia does. */
export function packPdf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const trailer = /trailer\n<<\/Size (\d+)\n\/Root (\d+ 0 R)\n\/Info (\d+ 0 R)>>\nstartxref\n(\d+)/.exec(
    text,
  );
  if (!trailer) throw new Error('This PDF has no plain trailer.');
  const [, size = '', root = '', info = '', start = ''] = trailer;
  const objects = readObjects(text, Number(start));
  const count = Number(size);
  const places: Place[] = Array.from({ length: count + 2 }, () => [0, 0, 65_535]);
  const parts = ['%PDF-1.5\n%\xe2\xe3\xcf\xd3\n'];
  let offset = parts[0]?.length ?? 0;
  const add = (number: number, content: string): void => {
    const part = `${number} 0 obj\n${content}endobj\n`;
    places[number] = [1, offset, 0];
    offset += part.length;
    parts.push(part);
  };
  for (const { number, content, isStream } of objects) if (isStream) add(number, mended(content));
  const small = objects.filter(({ isStream }) => !isStream);
  small.forEach(({ number }, at) => {
    places[number] = [2, count, at];
  });
  add(count, objectStream(small));
  const end = offset;
  places[count + 1] = [1, end, 0];
  const entries = places.map(
    ([type, second, third]) => bigEndian(type, 1) + bigEndian(second, 4) + bigEndian(third, 2),
  );
  const keys = `/Type /XRef /Size ${count + 2} /W [1 4 2] /Root ${root} /Info ${info}`;
  parts.push(`${count + 1} 0 obj\n${stream(keys, entries.join(''))}endobj\nstartxref\n${end}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}

function mended(content: string): string {
  const map = mendTextMap(content);
  return map === null ? content : stream('', map);
}

/** The objects the cross-reference table names, in the order they lie in the file. */
function readObjects(text: string, tableStart: number): PdfObject[] {
  const rows = [...text.slice(tableStart).matchAll(/(\d{10}) \d{5} n/g)].map((row) => Number(row[1]));
  const starts = rows.sort((one, other) => one - other);
  return starts.map((start, at) => {
    const whole = text.slice(start, starts[at + 1] ?? tableStart);
    const parts = /^(\d+) 0 obj\n(.*)endobj\s*$/s.exec(whole);
    if (!parts) throw new Error(`No object at offset ${start}.`);
    const content = parts[2] ?? '';
    return { number: Number(parts[1]), content, isStream: content.includes('endstream') };
  });
}

/** ISO 32000-1, 7.5.7: pairs of number and offset, then the objects themselves. */
function objectStream(objects: readonly PdfObject[]): string {
  let at = 0;
  const pairs = objects.map(({ number, content }) => {
    const pair = `${number} ${at}`;
    at += content.length;
    return pair;
  });
  const index = `${pairs.join(' ')}\n`;
  const contents = objects.map(({ content }) => content).join('');
  return stream(`/Type /ObjStm /N ${objects.length} /First ${index.length}`, index + contents);
}

function stream(keys: string, content: string): string {
  const packed = Buffer.from(zlibSync(strToU8(content, true), { level: 9 })).toString('latin1');
  return `<<${keys} /Filter /FlateDecode /Length ${packed.length}>> stream\n${packed}\nendstream\n`;
}

function bigEndian(value: number, bytes: number): string {
  let text = '';
  for (let shift = bytes - 1; shift >= 0; shift -= 1)
    text += String.fromCharCode((value >>> (shift * 8)) & 255);
  return text;
}
