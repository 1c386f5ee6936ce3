// Attachments of the fixture: a three-page PDF with Chinese text and no embedded font, a picture, a text.

/** UTF-16BE hex, as the encoding UniGB-UCS2-H reads it. */
function hexOf(text: string): string {
  return [...text].map((one) => one.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

function pageContent(title: string, lines: readonly string[]): string {
  const body = lines.map((line) => `<${hexOf(line)}> Tj T*`).join('\n');
  return `BT /F1 22 Tf 72 760 Td <${hexOf(title)}> Tj ET\nBT /F1 13 Tf 24 TL 72 710 Td\n${body}\nET`;
}

/** A PDF 1.4 file with one page for each title. */
export function makePdf(titles: readonly string[]): Blob {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${titles.length} /Kids [${titles.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  for (const [index, title] of titles.entries()) {
    const text = Array.from(
      { length: 22 },
      (_, line) => `（${line + 1}）一般公共预算收入与支出，按科目列示，单位：万元。`,
    );
    const stream = pageContent(title, text);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + index * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  return new Blob([joinObjects(objects)], { type: 'application/pdf' });
}

function joinObjects(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

/** A drawn plan of the hall. */
export async function makePicture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(1200, 800);
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 1200, 800);
    context.strokeStyle = '#0f5c5c';
    context.lineWidth = 6;
    context.font = '42px sans-serif';
    context.fillStyle = '#1d2327';
    for (const [index, name] of ['东厅 1—8 号窗', '西厅 9—16 号窗', '自助区', '查阅区'].entries()) {
      const [x, y] = [60 + (index % 2) * 560, 60 + Math.floor(index / 2) * 360];
      context.strokeRect(x, y, 520, 320);
      context.fillText(name, x + 40, y + 80);
    }
  }
  return await canvas.convertToBlob({ type: 'image/png' });
}
