// Checks one file of any kind: finds out what it is, reads it and what lies within it, and applies the rules.
import { toAppError } from '#shared/errors/app-error.ts';
import type { Finding, Place, Section } from '#shared/lint/finding.ts';
import { lintSections } from '#shared/lint/lint-sections.ts';
import { lintLimits } from './lint-limits.ts';
import { MemoryArchive } from './memory-archive.ts';
import { readHtml } from './read-html.ts';
import { isPicture, readImage } from './read-image.ts';
import { readPdfFile } from './read-pdf.ts';
import { decodeBytes, readLines, readTable } from './read-plain.ts';
import { type NestedFile, nothingRead, type ReadFile } from './read-result.ts';
import { readSlides } from './read-slides.ts';
import { readWordFile } from './read-word.ts';
import { readWorkbookFile } from './read-workbook.ts';

export const fileKinds = [
  'pdf',
  'word',
  'workbook',
  'slides',
  'archive',
  'html',
  'table',
  'text',
  'image',
  'unknown',
] as const;
export type FileKind = (typeof fileKinds)[number];

export interface FileCheck {
  readonly kind: FileKind;
  readonly findings: readonly Finding[];
}

/** Never throws: what cannot be read is a finding itself. */
export async function lintFile(name: string, bytes: Uint8Array): Promise<FileCheck> {
  const walk = new FileWalk();
  const kind = await walk.visit({ name, bytes, isEmbedded: false }, [], 0);
  const named: Section = {
    part: 'file-name',
    hiding: null,
    lines: [{ text: name.split(/[\\/]/u).at(-1) ?? name }],
  };
  return { kind, findings: [...walk.findings, ...lintSections([named, ...walk.sections])] };
}

class FileWalk {
  readonly sections: Section[] = [];
  readonly findings: Finding[] = [];
  private files = 0;

  async visit(file: NestedFile, above: readonly string[], depth: number): Promise<FileKind> {
    const path = [...above, file.name];
    const place: Place = { part: depth === 0 ? 'file' : 'embedded', ...fileOf(path) };
    let kind: FileKind = 'unknown';
    try {
      this.refuseTooMuch(depth);
      const opened = await openFile(file.name, file.bytes);
      kind = opened.kind;
      this.take(await opened.read(), path, depth);
      for (const nested of (await opened.read()).nested) await this.visitNested(nested, path, depth + 1);
    } catch (error) {
      this.findings.push(unreadable(place, error));
    }
    return kind;
  }

  private async visitNested(file: NestedFile, above: readonly string[], depth: number): Promise<void> {
    if (file.isEmbedded) {
      const place: Place = { part: 'embedded', label: file.name, ...fileOf(above) };
      this.findings.push({
        rule: 'embedded-file',
        severity: 'must-answer',
        place,
        excerpt: file.name,
        count: 1,
        identity: file.name,
      });
    }
    await this.visit(file, above, depth);
  }

  private refuseTooMuch(depth: number): void {
    this.files += 1;
    if (depth > lintLimits.depth || this.files > lintLimits.nestedFiles) throw new Error('too deep');
  }

  /** Parts of the file itself carry no name; those of files within it do. */
  private take(read: ReadFile, path: readonly string[], depth: number): void {
    const within = depth === 0 ? {} : fileOf(path);
    for (const section of read.sections) this.sections.push({ ...section, ...within });
    for (const finding of read.findings)
      this.findings.push({ ...finding, place: { ...finding.place, ...within } });
  }
}

const fileOf = (path: readonly string[]) => (path.length < 2 ? {} : { file: path.slice(1).join('/') });

function unreadable(place: Place, error: unknown): Finding {
  const { code } = toAppError(error);
  const reason = code === 'internal' ? nameOf(error) : code;
  return {
    rule: 'unreadable-file',
    severity: 'must-answer',
    place,
    excerpt: reason,
    count: 1,
    identity: reason,
  };
}

const nameOf = (error: unknown) =>
  (error instanceof Error && error.name !== 'Error' ? error.name : 'damaged').slice(0, 40);

interface OpenedFile {
  readonly kind: FileKind;
  readonly read: () => Promise<ReadFile>;
}

/** Says by its content what a file is; the name settles only what kind of text it is. */
async function openFile(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  const once = (kind: FileKind, read: () => ReadFile | Promise<ReadFile>): OpenedFile => {
    let result: Promise<ReadFile> | null = null;
    return {
      kind,
      read: () => {
        result ??= Promise.resolve().then(read);
        return result;
      },
    };
  };
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (bytes.length === 0) return once('unknown', () => nothingRead);
  if (head.includes('%PDF-')) return once('pdf', () => readPdfFile(bytes));
  if (head.startsWith('PK')) return openArchive(bytes, once);
  if (isPicture(bytes)) return once('image', () => readImage(bytes));
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw Object.assign(new Error(), { name: 'old-office' });
  const text = await decodeBytes(bytes);
  if (text === null) throw Object.assign(new Error(), { name: 'unknown-format' });
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  if (/^(?:csv|tsv|tab)$/u.test(extension))
    return once('table', () => readTable(text, extension === 'csv' ? 'csv' : 'tsv'));
  if (isHtml(text, extension)) return once('html', () => readHtml(text.slice(0, lintLimits.characters)));
  return once('text', () => readLines(text.slice(0, lintLimits.characters)));
}

function isHtml(text: string, extension: string): boolean {
  if (/^(?:html?|shtml|xhtml)$/u.test(extension)) return true;
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b/iu.test(
    text.slice(0, 2000),
  );
}

async function openArchive(
  bytes: Uint8Array,
  once: (kind: FileKind, read: () => ReadFile | Promise<ReadFile>) => OpenedFile,
): Promise<OpenedFile> {
  const archive = await MemoryArchive.open(bytes);
  if (archive.find('word/document.xml')) return once('word', () => readWordFile(archive));
  if (archive.find('xl/workbook.xml')) return once('workbook', () => readWorkbookFile(archive));
  if (archive.find('ppt/presentation.xml')) return once('slides', () => readSlides(archive));
  return once('archive', () => ({
    ...nothingRead,
    nested: archive
      .matching(/./u)
      .map((member) => ({ name: member.name, bytes: archive.unpack(member), isEmbedded: false })),
  }));
}
