// Reads slides for the linter: what stands on them, hidden ones, the speaker's notes and comments.
import type { Line, Section, SectionPart } from '#shared/lint/finding.ts';
import type { MemoryArchive } from './memory-archive.ts';
import { linksOf, nestedOf, propertiesOf } from './office-parts.ts';
import type { ReadFile } from './read-result.ts';
import { parsePart } from './xml-part.ts';

export function readSlides(archive: MemoryArchive): ReadFile {
  return {
    sections: [
      ...textsOf(archive, /^ppt\/slides\/slide\d+\.xml$/u, 'body'),
      ...textsOf(archive, /^ppt\/notesslides\/notesslide\d+\.xml$/u, 'comment'),
      ...textsOf(archive, /^ppt\/comments\/[^/]+\.xml$/u, 'comment'),
      ...propertiesOf(archive),
      ...linksOf(archive),
    ],
    findings: [],
    nested: nestedOf(archive),
  };
}

function textsOf(archive: MemoryArchive, pattern: RegExp, part: SectionPart): Section[] {
  return archive.matching(pattern).flatMap((member): Section[] => {
    const page = Number(/(\d+)\.xml$/u.exec(member.name)?.[1] ?? 1);
    const lines: Line[] = [];
    let text = '';
    let isText = false;
    let isHidden = false;
    parsePart(archive, member.name, {
      open: (tag, attributes) => {
        if (tag === 'sld' && attributes.show === '0') isHidden = true;
        if (tag === 't' || tag === 'text') isText = true;
      },
      text: (piece) => {
        if (isText) text += piece;
      },
      close: (tag) => {
        if (tag === 't' || tag === 'text') isText = false;
        // The number of the slide stands alone in its notes.
        if ((tag !== 'p' && tag !== 'text') || /^\d*$/u.test(text.trim())) return;
        lines.push({ text: text.trim(), page, paragraph: lines.length + 1 });
        text = '';
      },
    });
    return lines.length === 0 ? [] : [{ part, hiding: isHidden ? 'hidden-sheet' : null, lines }];
  });
}
