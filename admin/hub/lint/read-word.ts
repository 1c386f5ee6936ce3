// Reads a Word file for the linter: every story with what it hides, comments, properties, links, pictures, embedded files.
import type { Line, Section, SectionPart } from '#shared/lint/finding.ts';
import type { MemoryArchive } from './memory-archive.ts';
import { linksOf, nestedOf, propertiesOf } from './office-parts.ts';
import type { ReadFile } from './read-result.ts';
import { WordStoryReader } from './word-story.ts';
import { type RunLook, readWordStyles } from './word-styles.ts';
import { parsePart } from './xml-part.ts';

const stories: readonly (readonly [RegExp, SectionPart])[] = [
  [/^word\/document\.xml$/u, 'body'],
  [/^word\/header\d*\.xml$/u, 'page-header'],
  [/^word\/footer\d*\.xml$/u, 'page-footer'],
  [/^word\/(?:footnotes|endnotes)\.xml$/u, 'footnote'],
];

/** Throws `ingest.unreadable` where the file is none. */
export function readWordFile(archive: MemoryArchive): ReadFile {
  const styles = readWordStyles(archive);
  const sections = stories.flatMap(([pattern, part]) =>
    archive.matching(pattern).flatMap(({ name }) => readStory(archive, name, part, styles)),
  );
  return {
    sections: [...sections, ...commentsOf(archive), ...propertiesOf(archive), ...linksOf(archive)],
    findings: [],
    nested: nestedOf(archive),
  };
}

function readStory(
  archive: MemoryArchive,
  path: string,
  part: SectionPart,
  styles: ReadonlyMap<string, RunLook>,
): Section[] {
  const reader = new WordStoryReader(styles);
  parsePart(archive, path, reader.handlers);
  const { seen, hidden, changes, boxes, alternatives, links } = reader.story();
  const section = (own: SectionPart, lines: readonly Line[]): Section[] =>
    lines.length === 0 ? [] : [{ part: own, hiding: null, lines }];
  return [
    ...section(part, seen),
    ...[...hidden].map(([hiding, lines]): Section => ({ part, hiding, lines })),
    ...section('change', changes),
    ...section('text-box', boxes),
    ...section('alternative-text', alternatives),
    ...section('link', links),
  ];
}

/** One section a comment, so that each is answered by itself. */
function commentsOf(archive: MemoryArchive): Section[] {
  const comments: Section[] = [];
  let author = '';
  let text = '';
  let isText = false;
  parsePart(archive, 'word/comments.xml', {
    open: (tag, attributes) => {
      if (tag === 'comment') {
        author = attributes['w:author'] ?? '';
        text = '';
      } else if (tag === 't') isText = true;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (tag) => {
      if (tag === 't') isText = false;
      if (tag === 'p') text += ' ';
      if (tag === 'comment' && text.trim() !== '') {
        comments.push({
          part: 'comment',
          hiding: null,
          ...(author === '' ? {} : { label: author }),
          lines: [{ text: text.trim() }],
        });
      }
    },
  });
  return comments;
}
