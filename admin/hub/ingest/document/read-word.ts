// Reads a .docx: its text as clean HTML, the file itself as attachment, without any macro in it.
import { strToU8, zipSync } from 'fflate';
import { AppError } from '#shared/errors/app-error.ts';
import type { IngestSource } from '../draft.ts';
import { ingestLimits } from '../limits.ts';
import { readHead } from '../read-chunks.ts';
import { sanitiseHtml } from '../sanitise-html.ts';
import { markStructure } from '../text-structure.ts';
import { ZipArchive } from '../zip-archive.ts';
import { firstHeading, type ReadDocument } from './build-document.ts';
import { convertWord } from './document-thread.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const macroPart =
  /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|vbaProjectSignature[^/]*|vbaProject\.bin\.rels)$|activeX\//iu;
/** Any fixed moment: the same file in gives the same bytes out. */
const fixedTime = new Date(1980, 0, 1);

/** Throws `ingest.unreadable`, `.password-protected`, `.archive-bomb`, `.file-too-large`. */
export async function readWord(source: IngestSource, size: number): Promise<ReadDocument> {
  if (size > ingestLimits.documentBytes) throw tooLarge(size);
  const archive = await ZipArchive.open(source.path);
  try {
    const parts = await readParts(archive);
    const hasMacros =
      archive.members.some(({ name }) => macroPart.test(name)) || /\.docm$/iu.test(source.name);
    const content = hasMacros ? withoutMacros(parts) : await readHead(source.path, size);
    const converted = await convertWord(content);
    const { html, text, droppedImages } = sanitiseHtml(converted);
    const bodyHtml = markStructure(html);
    const name = (source.name.split(/[\\/]/u).at(-1) ?? source.name).replace(/\.[a-z0-9]{1,5}$/iu, '');
    return {
      fileName: source.name,
      bodyHtml,
      bodyText: text,
      markedTitle: firstHeading(converted),
      guessedTitle: null,
      attachments: [{ name: `${name}.docx`, mediaType, content }],
      problems: [
        ...(hasMacros ? [{ code: 'ingest.macros-dropped', details: {} } as const] : []),
        ...(droppedImages > 0
          ? [{ code: 'ingest.images-left-out', details: { count: droppedImages } } as const]
          : []),
        ...(text === '' ? [{ code: 'ingest.no-text', details: {} } as const] : []),
      ],
    };
  } finally {
    await archive.close();
  }
}

/** All parts, unpacked within bounds: what does not unpack cleanly is not given to the converter. */
async function readParts(archive: ZipArchive): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {};
  let left: number = ingestLimits.wordPartBytes * 2;
  for (const member of archive.members) {
    if (member.isFolder) continue;
    const isXml = /\.(?:xml|rels)$/iu.test(member.name);
    const bytes = await archive.readWhole(member, Math.min(left, isXml ? ingestLimits.wordPartBytes : left));
    left -= bytes.length;
    parts[member.name] = bytes;
  }
  return parts;
}

/** The same document as a plain .docx: macro parts and every mention of them taken out. */
function withoutMacros(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const kept: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(parts)) {
    if (macroPart.test(name)) continue;
    kept[name] = /\.rels$|\[Content_Types\]\.xml$/u.test(name)
      ? strToU8(cleanMentions(new TextDecoder().decode(bytes)))
      : bytes;
  }
  return zipSync(kept, { mtime: fixedTime });
}

function cleanMentions(xml: string): string {
  return xml
    .replace(
      /<(?:Relationship|Override)\b[^>]*(?:vbaProject|vbaData|activeX|keyMapCustomizations|attachedToolbars)[^>]*?\/>/giu,
      '',
    )
    .replace(/<Default\b[^>]*Extension="bin"[^>]*vbaProject[^>]*?\/>/giu, '')
    .replace(
      /application\/vnd\.ms-word\.(?:document|template)\.macroEnabled\.main\+xml/giu,
      `${mediaType}.main+xml`,
    );
}

function tooLarge(bytes: number): AppError {
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  return new AppError('ingest.file-too-large', {
    megabytes,
    limit: ingestLimits.documentBytes / 1024 / 1024,
  });
}
