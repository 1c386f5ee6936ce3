// Replaces traditional characters by their simplified forms, so that either spelling finds the other.
//
// Only characters of the basic plane with one form are mapped; what GB 2312 knows as a character of its own stays, and so
// do words (後臺 and 後台 agree, 計程車 and 出租车 do not). Applying it twice changes nothing.
import { simplified, traditional } from './simplified-table.ts';

/**
 * The simplified form of one character, or the character as it is. For who remembers the answer: it scans the table, since
 * a map of it would have to be made at every start, for the few hundred characters a first question meets.
 */
export function simplifyCharacter(character: string): string {
  if (character.length !== 1) return character;
  return simplified[traditional.indexOf(character)] ?? character;
}

/** Filled at the first use. */
const forms = new Map<string, string>();

/** A text with every character in its simplified form. For who has very many. */
export function simplifyText(text: string): string {
  if (forms.size === 0) {
    for (let at = 0; at < traditional.length; at++)
      forms.set(traditional[at] as string, simplified[at] as string);
  }
  let plain = '';
  for (let at = 0; at < text.length; at++) plain += forms.get(text.charAt(at)) ?? text.charAt(at);
  return plain;
}
