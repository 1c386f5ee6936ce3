// Reads .html, .txt and .md as one document each.
import { AppError } from '#shared/errors/app-error.ts';
import { decodeChunks, detectEncoding } from '../decode-text.ts';
import type { IngestSource } from '../draft.ts';
import { decodeEntities } from '../html-scanner.ts';
import { htmlToText } from '../html-to-text.ts';
import { ingestLimits } from '../limits.ts';
import { readChunks } from '../read-chunks.ts';
import { sanitiseHtml } from '../sanitise-html.ts';
import { markStructure } from '../text-structure.ts';
import { textToHtml } from '../text-to-html.ts';
import { firstHeading, type ReadDocument } from './build-document.ts';
import { readDocumentHeader } from './document-header.ts';
import { markdownToHtml } from './markdown.ts';

export interface DecodedText {
  readonly text: string;
  readonly problems: ReadDocument['problems'];
}

/** A text file whole, in whatever encoding. Throws `ingest.file-too-large` past the bound for single documents. */
export async function readText(path: string, isGzipped: boolean): Promise<DecodedText> {
  const openBytes = () => readChunks(path, isGzipped);
  const { encoding, isDamaged } = await detectEncoding(openBytes);
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of decodeChunks(openBytes(), encoding)) {
    length += piece.length;
    if (length > ingestLimits.documentBytes) {
      const limit = ingestLimits.documentBytes / 1024 / 1024;
      throw new AppError('ingest.file-too-large', { megabytes: `> ${limit}`, limit });
    }
    pieces.push(piece);
  }
  const problems = isDamaged ? [{ code: 'ingest.encoding-damaged', details: { encoding } } as const] : [];
  return { text: pieces.join(''), problems };
}

/** A web page: what the sanitiser keeps of it, named by its first heading or title element. */
export function htmlDocument(source: IngestSource, { text, problems }: DecodedText): ReadDocument {
  const { html, text: plain, droppedImages } = sanitiseHtml(text);
  const element = /<title[^>]*>([^<]{1,300})/iu.exec(text.slice(0, 100_000))?.[1];
  const meta = metaOf(text.slice(0, 100_000));
  const title = meta.get('articletitle') ?? firstHeading(text) ?? element?.split(/[_|]|\s[-–—]\s/u)[0];
  return {
    fileName: source.name,
    bodyHtml: markStructure(html),
    bodyText: plain,
    markedTitle: title === undefined ? null : decodeEntities(title),
    guessedTitle: null,
    headerText: [...metaLines(meta, plain), plain].join('\n'),
    attachments: [],
    problems: [...problems, ...imagesLeftOut(droppedImages), ...noText(plain), ...bodyCut(text)],
  };
}

/** The content of the page's meta elements by their name in lower case. */
function metaOf(html: string): Map<string, string> {
  const meta = new Map<string, string>();
  for (const [tag] of html.matchAll(/<meta\b[^>]{1,2000}>/giu)) {
    const name = /\bname\s*=\s*["']?([a-z]{2,30})/iu.exec(tag)?.[1]?.toLowerCase();
    const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(tag);
    const value = decodeEntities(content?.[1] ?? content?.[2] ?? '').trim();
    if (name !== undefined && value !== '' && !meta.has(name)) meta.set(name, value);
  }
  return meta;
}

/** The meta elements every government site carries (PubDate, ContentSource), as labelled lines of a header. */
function metaLines(meta: ReadonlyMap<string, string>, plain: string): string[] {
  const namesAgency = /(?:发布|发文)(?:机构|机关|单位)/u.test(plain.slice(0, 2000));
  const labels = [
    ['发布日期', meta.get('pubdate')],
    ['发布机构', namesAgency ? undefined : meta.get('contentsource')],
  ] as const;
  return labels.flatMap(([label, value]) => (value === undefined ? [] : [`${label}：${value}`]));
}

/** Plain text; a block of labelled lines at its top becomes the header and leaves the body. */
export function plainDocument(
  source: IngestSource,
  { text, problems }: DecodedText,
  today: string,
): ReadDocument {
  const lines = text.split(/\r\n?|\n/u);
  const { bodyStart } = readDocumentHeader(lines, today);
  const bodyHtml = textToHtml(lines.slice(bodyStart).join('\n'));
  return {
    fileName: source.name,
    bodyHtml,
    bodyText: htmlToText(bodyHtml),
    markedTitle: null,
    guessedTitle: null,
    headerText: lines.join('\n'),
    attachments: [],
    problems: [...problems, ...noText(bodyHtml), ...bodyCut(text)],
  };
}

export function markdownDocument(source: IngestSource, { text, problems }: DecodedText): ReadDocument {
  const { html, text: plain, droppedImages } = sanitiseHtml(markdownToHtml(text));
  return {
    fileName: source.name,
    bodyHtml: markStructure(html),
    bodyText: plain,
    markedTitle: /^#[ \t]+(.+?)[ \t#]*$/mu.exec(text)?.[1] ?? null,
    guessedTitle: null,
    attachments: [],
    problems: [...problems, ...imagesLeftOut(droppedImages), ...noText(plain), ...bodyCut(text)],
  };
}

type Problems = ReadDocument['problems'];

function imagesLeftOut(count: number): Problems {
  return count > 0 ? [{ code: 'ingest.images-left-out', details: { count } }] : [];
}

function noText(text: string): Problems {
  return text.trim() === '' ? [{ code: 'ingest.no-text', details: {} }] : [];
}

function bodyCut(text: string): Problems {
  const limit = ingestLimits.bodyCharacters;
  return text.length > limit * 2 ? [{ code: 'ingest.body-cut', details: { limit } }] : [];
}
