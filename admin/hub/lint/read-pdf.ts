// Reads a PDF for the linter: its lines, what no reader sees, comments, metadata, links and attached files.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Hiding, Line, Section } from '#shared/lint/finding.ts';
import { openPdf } from '../ingest/document/open-pdf.ts';
import { lintLimits } from './lint-limits.ts';
import type { Box } from './pdf-geometry.ts';
import { type HiddenRun, hiddenRuns } from './pdf-hidden.ts';
import { mayBeCovered } from './pdf-pictures.ts';
import { followDrawing, type TextRun } from './pdf-runs.ts';
import { noPictures, openPictures, type PagePictures } from './read-pictures.ts';
import type { NestedFile, ReadFile } from './read-result.ts';

const lineGap = 0.5;
/** Properties that name people and offices. */
const telling = { Author: '作者' } as const;
const titles = ['Title', 'Subject', 'Keywords'] as const;
const byProgram = /^(?:Administrator|admin|user|用户|Windows 用户|unknown|untitled|无标题|)$/iu;

/** Throws pdf.js errors on files that are none or have a password. */
export async function readPdfFile(bytes: Uint8Array): Promise<ReadFile> {
  // Most pictures cover no text, so none is unpacked before one might.
  const task = openPdf(bytes, { maxImageSize: 1 });
  const pictures = openPictures(bytes);
  try {
    const pdf = await task.promise;
    const pages = await readPages(pdf, pictures);
    return {
      sections: [...pages, ...(await metadataOf(pdf))],
      findings: pdf.numPages > lintLimits.pdfPages ? [uncheckedPages(pdf.numPages)] : [],
      nested: await attachmentsOf(pdf),
    };
  } finally {
    await task.destroy();
    await pictures.close();
  }
}

function uncheckedPages(pages: number): ReadFile['findings'][number] {
  return {
    rule: 'unchecked-part',
    severity: 'must-answer',
    place: { part: 'file', page: lintLimits.pdfPages + 1 },
    excerpt: `${lintLimits.pdfPages + 1}–${pages}`,
    count: 1,
    identity: 'pages',
  };
}

async function readPages(pdf: PDFDocumentProxy, pictures: PagePictures): Promise<Section[]> {
  const lines: Line[] = [];
  const hidden = new Map<Hiding, Line[]>();
  const others: Section[] = [];
  const layers = await pdf.getOptionalContentConfig();
  const isLayerShown = (group: unknown): boolean => {
    try {
      return layers.isVisible(group);
    } catch {
      return true;
    }
  };
  let characters = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, lintLimits.pdfPages); number += 1) {
    const page = await pdf.getPage(number);
    const annotations = await annotationsOf(page, number);
    others.push(...annotations.sections);
    const shown = boxOfPage(page);
    const drawing = followDrawing(await page.getOperatorList(), isLayerShown);
    const drawn = mayBeCovered(drawing, shown) ? await pictures.read(number, isLayerShown) : noPictures;
    const unseen = hiddenRuns(drawn.drawing ?? drawing, {
      page: shown,
      covers: annotations.covers,
      ...drawn,
    });
    const unseenRuns = new Set(unseen.map(({ run }) => run));
    const { runs } = drawn.drawing ?? drawing;
    const seen = linesOf(runs.filter((run) => !unseenRuns.has(run)));
    for (const text of seen) lines.push({ text, page: number });
    addHidden(hidden, unseen, number);
    characters += seen.reduce((sum, text) => sum + text.length, 0);
    page.cleanup();
    if (characters > lintLimits.characters) break;
  }
  const body: Section[] = lines.length === 0 ? [] : [{ part: 'body', hiding: null, lines }];
  return [
    ...body,
    ...[...hidden].map(([hiding, own]): Section => ({ part: 'body', hiding, lines: own })),
    ...others,
  ];
}

function addHidden(hidden: Map<Hiding, Line[]>, unseen: readonly HiddenRun[], page: number): void {
  for (const hiding of new Set(unseen.map((one) => one.hiding))) {
    const runs = unseen.filter((one) => one.hiding === hiding).map(({ run }) => run);
    const known = hidden.get(hiding) ?? [];
    known.push(...linesOf(runs).map((text) => ({ text, page })));
    hidden.set(hiding, known);
  }
}

function boxOfPage(page: PDFPageProxy): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  return { left, bottom, right, top };
}

/** Runs put together to lines by their height, from left to right as they were drawn. */
function linesOf(runs: readonly TextRun[]): string[] {
  const lines: { text: string; right: number; bottom: number; size: number }[] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const size = Math.max(run.size, 1);
    const isSame =
      line !== undefined &&
      Math.abs(line.bottom - run.bottom) < Math.max(size, line.size) * lineGap &&
      run.left >= line.right - size * 2;
    if (line === undefined || !isSame)
      lines.push({ text: run.text, right: run.right, bottom: run.bottom, size });
    else {
      line.text += (run.left - line.right > size * 0.6 ? ' ' : '') + run.text;
      line.right = run.right;
    }
  }
  return lines.map(({ text }) => text.trim()).filter((text) => text !== '');
}

/** Kinds of annotations that say something; links and form fields are no comments. */
const comments = new Set([
  'Text',
  'FreeText',
  'Popup',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Caret',
  'Stamp',
  'Ink',
  'Square',
  'Circle',
  'Line',
  'Polygon',
  'PolyLine',
  'Redact',
  'FileAttachment',
]);

interface Annotation {
  readonly subtype?: string;
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly rect?: readonly number[];
  readonly fieldValue?: unknown;
}

async function annotationsOf(
  page: PDFPageProxy,
  number: number,
): Promise<{ sections: Section[]; covers: Box[] }> {
  const sections: Section[] = [];
  const covers: Box[] = [];
  for (const annotation of (await page.getAnnotations()) as readonly Annotation[]) {
    const { subtype = '', contentsObj, titleObj, url, unsafeUrl, rect, fieldValue } = annotation;
    const said = contentsObj?.str?.trim() ?? '';
    if (comments.has(subtype) && said !== '') {
      const author = titleObj?.str?.trim() ?? '';
      sections.push({
        part: 'comment',
        hiding: null,
        ...(author === '' ? {} : { label: author }),
        lines: [{ text: said, page: number }],
      });
    }
    const target = url ?? unsafeUrl;
    if (target !== undefined)
      sections.push({ part: 'link', hiding: null, lines: [{ text: target, page: number }] });
    if (typeof fieldValue === 'string' && fieldValue.trim() !== '') {
      sections.push({ part: 'text-box', hiding: null, lines: [{ text: fieldValue, page: number }] });
    }
    // How other annotations look is followed with the page; a mark for redaction leaves everything where it is.
    if (subtype === 'Redact' && rect !== undefined) covers.push(boxOf(rect));
  }
  return { sections, covers };
}

const boxOf = ([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): Box => ({
  left,
  bottom,
  right,
  top,
});

async function metadataOf(pdf: PDFDocumentProxy): Promise<Section[]> {
  const { info } = await pdf.getMetadata();
  const lines: Line[] = [];
  for (const [key, label] of Object.entries(telling)) {
    const value = (info as Readonly<Record<string, unknown>>)[key];
    if (typeof value === 'string' && !byProgram.test(value.trim()))
      lines.push({ text: `${label}：${value.trim()}` });
  }
  const headings = titles.flatMap((key): Line[] => {
    const value = (info as Readonly<Record<string, unknown>>)[key];
    return typeof value === 'string' && !byProgram.test(value.trim()) ? [{ text: value.trim() }] : [];
  });
  return [
    ...(headings.length === 0 ? [] : [{ part: 'title', hiding: null, lines: headings } as const]),
    ...(lines.length === 0 ? [] : [{ part: 'metadata', hiding: null, lines } as const]),
  ];
}

async function attachmentsOf(pdf: PDFDocumentProxy): Promise<NestedFile[]> {
  const files = (await pdf.getAttachments()) as Readonly<
    Record<string, { readonly filename?: string; readonly content?: Uint8Array }>
  > | null;
  return Object.entries(files ?? {}).map(([name, { filename, content }]) => ({
    name: filename ?? name,
    bytes: content ?? new Uint8Array(),
    isEmbedded: true,
  }));
}
