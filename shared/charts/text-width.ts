// How wide words come out, near enough to keep labels from touching: no font is asked.

/** Width of a character in em, never less than the fonts in use give it. */
function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2000) return 1;
  if (character === ' ' || character === ',' || character === '.') return 0.32;
  return /[A-Z@%&mw]/.test(character) ? 0.8 : 0.58;
}

/** Width of `text` set at `size`, in the unit of `size`. */
export function widthOfText(text: string, size: number): number {
  return Array.from(text, widthOfCharacter).reduce((sum, width) => sum + width, 0) * size;
}

/** `text`, or as much of it as `room` takes, with a mark that there is more. */
export function cutText(text: string, size: number, room: number): string {
  if (widthOfText(text, size) <= room) return text;
  let cut = '';
  for (const character of text) {
    if (widthOfText(`${cut}${character}…`, size) > room) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}
