// What Word files and workbooks have alike: properties, links outwards, pictures, embedded files.
import type { Line, Section } from '#shared/lint/finding.ts';
import type { MemoryArchive } from './memory-archive.ts';
import type { NestedFile } from './read-result.ts';
import { parsePart } from './xml-part.ts';

/** Properties that name people, offices or places; the rest is bookkeeping. */
const telling: Readonly<Record<string, string>> = {
  creator: '作者',
  lastModifiedBy: '最后修改',
  description: '备注',
  Company: '单位',
  Manager: '主管',
  HyperlinkBase: '链接基址',
};
/** Names a program puts there by itself. */
const byProgram =
  /^(?:Administrator|Admin|User|Windows 用户|Microsoft Office User|微软用户|用户|python-docx|openpyxl|Apache POI|Un-named|docx4j|WPS Office|Microsoft|)$/iu;

/** Properties that repeat what the document says of itself: read, but no finding by being there. */
const titles = /^(?:title|subject|keywords|category)$/u;

/** Author, company and other properties; nothing where only a program's own name stands. */
export function propertiesOf(archive: MemoryArchive): Section[] {
  const lines: Line[] = [];
  const headings: Line[] = [];
  for (const path of ['docprops/core.xml', 'docprops/app.xml', 'docprops/custom.xml']) {
    let name = '';
    let text = '';
    parsePart(archive, path, {
      open: (tag, attributes) => {
        text = '';
        if (tag === 'property') name = attributes.name ?? '';
      },
      text: (piece) => {
        if (text.length < 1000) text += piece;
      },
      close: (tag) => {
        const label = path.endsWith('custom.xml') ? name : telling[tag];
        if (label !== undefined && label !== '' && !byProgram.test(text.trim()))
          lines.push({ text: `${label}：${text.trim()}` });
        if (label === undefined && titles.test(tag) && text.trim() !== '')
          headings.push({ text: text.trim() });
        text = '';
      },
    });
  }
  return [
    ...(headings.length === 0 ? [] : [{ part: 'title', hiding: null, lines: headings } as const]),
    ...(lines.length === 0 ? [] : [{ part: 'metadata', hiding: null, lines } as const]),
  ];
}

/** Where the file points to outside itself: addresses of links, templates and linked files. */
export function linksOf(archive: MemoryArchive): Section[] {
  const targets = new Set<string>();
  for (const member of archive.matching(/\.rels$/u)) {
    parsePart(archive, member.name, {
      open: (tag, { Target, TargetMode }) => {
        if (tag === 'Relationship' && TargetMode === 'External' && Target !== undefined)
          targets.add(decoded(Target));
      },
    });
  }
  return targets.size === 0
    ? []
    : [{ part: 'link', hiding: null, lines: [...targets].map((text) => ({ text })) }];
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

const picture = /(?:^|\/)media\/[^/]+\.(?:jpe?g|png|webp|tiff?)$/u;
const embedded =
  /(?:^|\/)(?:embeddings|afchunk[^/]*|attachments)\/?[^/]*\.(?!rels$|xml$|emf$|wmf$)[a-z0-9]+$/u;

/** Pictures, read for where they were taken, and files that travel along. */
export function nestedOf(archive: MemoryArchive): NestedFile[] {
  const files = (pattern: RegExp, isEmbedded: boolean) =>
    archive.matching(pattern).map((member) => ({
      name: member.name.split('/').at(-1) ?? member.name,
      bytes: archive.unpack(member),
      isEmbedded,
    }));
  return [...files(picture, false), ...files(embedded, true)];
}
