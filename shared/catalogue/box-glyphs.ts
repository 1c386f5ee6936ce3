// Ticked and unticked boxes as they come out of Word, Excel and broken fonts.

const tickedGlyphs = '■▄▅▆▇█▉▊▋▌▍▎▏▪◼◾⬛●◆★▣◙☑☒✅⊠🗹√✓✔☻◉▲►';
const untickedGlyphs = '□▢▫◻◽⬜☐○◇☆囗ロ〇◯❏❑❒❍☖×✕✗✘';
/** Letters that Wingdings fonts draw as boxes; Word's text export leaves them as letters or private-use codes. */
const wingdings: Readonly<Record<number, 'ticked' | 'unticked'>> = {
  108: 'ticked',
  110: 'ticked',
  116: 'ticked',
  117: 'ticked',
  254: 'ticked',
  252: 'ticked',
  82: 'ticked',
  80: 'ticked',
  253: 'ticked',
  111: 'unticked',
  113: 'unticked',
  114: 'unticked',
  161: 'unticked',
  163: 'unticked',
  168: 'unticked',
  42: 'unticked',
};
const ticked = '■';
const unticked = '□';
const lost = '\ufffd';
/** What {@link normaliseBoxes} leaves: ■ ticked, □ not ticked, U+FFFD a box whose state is lost. */
export const boxMarks = { ticked, unticked, lost } as const;

const brackets = /[(（[【〔]\s*([√✓✔■●vVxX×☑]?)\s*[)）\]】〕]/gu;
const letterBox = /(?<![\p{Script=Latin}\d])([lnoqrþüýRP£¨¡])(?=\s*[\p{Script=Han}]|\s*1?2345)/gu;
/** The character 口 drawn for a box, unless it ends a word of its own (窗口, 人口 …). */
const mouthBox = /(?<![窗出路进户人门港湾接渡关入])口(?=\s*[\p{Script=Han}1A-Z])/gu;
/** The letter t (a lozenge in Wingdings) is only a bullet: what it means depends on its neighbours. */
const bulletLetter = /(?<![\p{Script=Latin}\d])[tu⬧⧫](?=\s*[\p{Script=Han}]|\s*1?2345)/gu;
/** Bullets before this many names are a printed list, not a choice. */
const printedListSize = 9;
const lostGlyph = /[?？](?=\s*\p{Script=Han})/gu;

/** The text with every kind of box written as ■, □ or U+FFFD, and runs of them (`□√`) settled into one. */
export function normaliseBoxes(text: string): string {
  const folded = [...text].map(foldGlyph).join('');
  return settleBullets(folded)
    .replace(mouthBox, unticked)
    .replace(brackets, (_, inside: string) => (inside === '' || inside === '×' ? unticked : ticked))
    .replace(letterBox, (letter) => mark(wingdings[letter.codePointAt(0) ?? 0]))
    .replace(lostGlyph, lost)
    .replace(/[■□\ufffd](?:[ \t]*[■□\ufffd])+/gu, (run) => (run.includes(ticked) ? ticked : run.slice(0, 1)));
}

/**
 * `t政府网站 □政府公报`: beside empty boxes the bullet is the tick. `■政府网站 t政府公报 …`: beside ticks, in a
 * printed list, it is the empty box. A printed list of nothing but bullets says nothing.
 */
function settleBullets(text: string): string {
  const bullets = text.match(bulletLetter)?.length ?? 0;
  if (bullets === 0) return text;
  const hasTicked = text.includes(ticked) || /[√✓☑]/u.test(text);
  const hasUnticked = text.includes(unticked) || mouthBox.test(text);
  mouthBox.lastIndex = 0;
  if (hasUnticked) return text.replace(bulletLetter, ticked);
  const names = bullets + (text.match(/■/gu)?.length ?? 0);
  if (names < printedListSize) return text.replace(bulletLetter, ticked);
  return text.replace(bulletLetter, hasTicked ? unticked : lost);
}

function foldGlyph(character: string): string {
  if (tickedGlyphs.includes(character)) return ticked;
  if (untickedGlyphs.includes(character)) return unticked;
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xf000 && code <= 0xf0ff ? mark(wingdings[code & 0xff]) : character;
}

function mark(state: 'ticked' | 'unticked' | undefined): string {
  return state === undefined ? lost : state === 'ticked' ? ticked : unticked;
}

/** Whether a cell of a tick column (全社会, 主动, 县级 …) says yes. Words other than a no count as yes. */
export function isTicked(cell: string): boolean {
  const text = cell.replace(/[\s\u00a0\u3000]+/gu, '');
  if (text === '' || /^(?:否|无|不|没有|[-—–/\\×✕✗✘xX0NnOo]|NO|no|No|false|FALSE)$/u.test(text)) return false;
  return !/^[□▢▫◻◽⬜☐○◇☆口囗〇◯❏❑❒]+$/u.test(text);
}

/** Whether a ticked cell holds only a mark and no words worth keeping. */
export function isOnlyMark(cell: string): boolean {
  const text = cell.replace(/[\s\u00a0\u3000]+/gu, '');
  return /^(?:[■▄█▪●◆★☑☒✅√✓✔vVyYPRtnlu对是有1]|YES|yes|Yes|true|TRUE|[\uf000-\uf0ff]|[(（][√✓✔][)）])+$/u.test(
    text,
  );
}
