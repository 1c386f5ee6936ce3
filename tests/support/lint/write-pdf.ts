// Writes small PDFs in plain objects: lines of Chinese text, boxes over them, white and tiny letters, layers, comments, files.

/** One thing on a page, in the order it is drawn. Places are in points from the lower left corner. */
export type Drawn =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size?: number;
      readonly colour?: readonly [number, number, number];
      readonly mode?: number;
      readonly isInHiddenLayer?: boolean;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour?: readonly [number, number, number];
    }
  | {
      /** `black`, `white`: a bitmap · `seal`: one with a mask that lets the middle through · `stencil`: one bit deep, all painted · `form`: a box in a form of its own. */
      readonly kind: 'black' | 'white' | 'inline' | 'seal' | 'stencil' | 'form';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** How it is blended with what lies beneath. */
      readonly isMultiplied?: boolean;
      /** Cropped to this box of the page. */
      readonly crop?: readonly [x: number, y: number, width: number, height: number];
    };

export interface PdfParts {
  readonly pages: readonly (readonly Drawn[])[];
  readonly author?: string;
  readonly title?: string;
  readonly comment?: string;
  /** A black square laid over the page as an annotation. */
  readonly cover?: readonly [number, number, number, number];
  /** Annotations as they stand in the file, without their brackets; `AP` is added for a box that fills them. */
  readonly marks?: readonly { readonly dict: string; readonly fill?: readonly [number, number, number] }[];
  readonly file?: { readonly name: string; readonly content: string };
  readonly link?: string;
}

const utf16 = (text: string) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
const marked = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

function draw(item: Drawn): string {
  if (item.kind !== 'text' && item.kind !== 'box') return drawPicture(item);
  const colour = item.colour ?? [0, 0, 0];
  const fill = `${colour.join(' ')} rg`;
  if (item.kind === 'box') return `${fill} ${item.x} ${item.y} ${item.width} ${item.height} re f`;
  const text = `BT /F1 ${item.size ?? 12} Tf ${item.mode ?? 0} Tr ${fill} 1 0 0 1 ${item.x} ${item.y} Tm ${utf16(item.text)} Tj ET`;
  return item.isInHiddenLayer === true ? `/OC /L1 BDC ${text} EMC` : text;
}

function drawPicture(item: Exclude<Drawn, { kind: 'text' | 'box' }>): string {
  const { kind, x, y, width, height, crop, isMultiplied } = item;
  const paint = kind === 'inline' ? 'BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI' : `0 0 0 rg /${kind} Do`;
  const clip = crop === undefined ? '' : `${crop.join(' ')} re W n `;
  const blend = isMultiplied === true ? '/multiply gs ' : '';
  return `q ${clip}${blend}${width} 0 0 ${height} ${x} ${y} cm ${paint} Q`;
}

/** A stream of hexadecimal digits, or of drawing. */
const stream = (dict: string, content: string): string =>
  `<<${dict}/Length ${content.length}>>stream\n${content}\nendstream`;

const bitmap = (size: number, more: string, content: string): string =>
  stream(
    `/Type/XObject/Subtype/Image/Width ${size}/Height ${size}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/ASCIIHexDecode${more}`,
    `${content}>`,
  );

/** Pictures by the names `draw` calls them by. */
function addPictures(add: (body: string) => number): string {
  const gray = (size: number, level: string) => level.repeat(size * size);
  // A ring: painted at the edge of eight by eight points, open within.
  const ring = Array.from({ length: 64 }, (_, at) =>
    at < 8 || at >= 56 || at % 8 === 0 || at % 8 === 7 ? 'ff' : '00',
  ).join('');
  const mask = add(bitmap(8, '', ring));
  const black = add(bitmap(300, '', gray(300, '00')));
  const white = add(bitmap(2, '', gray(2, 'ff')));
  const seal = add(bitmap(8, `/SMask ${mask} 0 R`, gray(8, '60')));
  const stencil = add(
    stream(
      '/Type/XObject/Subtype/Image/Width 8/Height 2/BitsPerComponent 1/ImageMask true/Filter/ASCIIHexDecode',
      '0000>',
    ),
  );
  const form = add(stream('/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<>>', '1 1 1 rg 0 0 1 1 re f'));
  return Object.entries({ black, white, seal, stencil, form })
    .map(([name, id]) => `/${name} ${id} 0 R`)
    .join('');
}

/** Lines of text down a page from its top. */
export const lines = (texts: readonly string[], from = 780): Drawn[] =>
  texts.map((text, index) => ({ kind: 'text', text, x: 60, y: from - index * 22 }));

/** The bytes of the file. */
export function writePdf(parts: PdfParts): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add('');
  add('');
  const font = add(
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>',
  );
  add(
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500]>>',
  );
  add(
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>',
  );
  const layer = add('<</Type/OCG/Name(draft)>>');
  const annotations: number[] = [];
  if (parts.comment !== undefined) {
    annotations.push(
      add(
        `<</Type/Annot/Subtype/Text/Rect[20 20 40 40]/Contents ${marked(parts.comment)}/T ${marked('审核')}>>`,
      ),
    );
  }
  if (parts.cover !== undefined) {
    annotations.push(
      add(`<</Type/Annot/Subtype/Square/Rect[${parts.cover.join(' ')}]/C[0 0 0]/IC[0 0 0]/F 4>>`),
    );
  }
  if (parts.link !== undefined) {
    annotations.push(add(`<</Type/Annot/Subtype/Link/Rect[20 20 90 40]/A<</S/URI/URI(${parts.link})>>>>`));
  }
  for (const { dict, fill } of parts.marks ?? []) {
    const look =
      fill &&
      add(stream('/Type/XObject/Subtype/Form/BBox[0 0 10 10]', `${fill.join(' ')} rg 0 0 10 10 re f`));
    annotations.push(add(`<</Type/Annot${dict}${look === undefined ? '' : `/AP<</N ${look} 0 R>>`}/F 4>>`));
  }
  const pictures = addPictures(add);
  const pages = parts.pages.map((items) => {
    const content = add(stream('', items.map(draw).join('\n')));
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Annots[${annotations.map((one) => `${one} 0 R`).join(' ')}]/Resources<</Font<</F1 ${font} 0 R>>/Properties<</L1 ${layer} 0 R>>/XObject<<${pictures}>>/ExtGState<</multiply<</BM/Multiply>>>>>>>>`,
    );
  });
  const attached = parts.file === undefined ? null : attach(parts.file, add);
  objects[0] = `<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[${layer} 0 R]/D<</OFF[${layer} 0 R]/Order[]>>>>${attached === null ? '' : `/Names<</EmbeddedFiles<</Names[(a) ${attached} 0 R]>>>>`}>>`;
  objects[1] = `<</Type/Pages/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]/Count ${pages.length}>>`;
  const info = add(
    `<<${parts.author === undefined ? '' : `/Author ${marked(parts.author)}`}${parts.title === undefined ? '' : `/Title ${marked(parts.title)}`}>>`,
  );
  return assemble(objects, info);
}

function attach(
  { name, content }: { readonly name: string; readonly content: string },
  add: (body: string) => number,
): number {
  const bytes = Buffer.from(content).toString('latin1');
  const embedded = add(stream('/Type/EmbeddedFile', bytes));
  return add(`<</Type/Filespec/F ${marked(name)}/UF ${marked(name)}/EF<</F ${embedded} 0 R>>>>`);
}

function assemble(objects: readonly string[], info: number): Uint8Array {
  let out = '%PDF-1.7\n';
  const places = objects.map((body, index) => {
    const place = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  out += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  out += `trailer<</Size ${objects.length + 1}/Root 1 0 R/Info ${info} 0 R>>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(out, 'latin1');
}
