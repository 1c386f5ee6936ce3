// Replaces a traditional character by its simplified form, so that either spelling finds the other.
import { simplified, traditional } from './simplified-table.ts';

/** Filled at the first use: looking a character up in the string itself would cost a scan. */
const forms = new Map<string, string>();

/**
 * The simplified form of one character, or the character as it is. Only characters of the basic plane with one
 * form are mapped; what GB 2312 knows as a character of its own stays, and so do words (後臺 and 後台 agree, 計程車
 * and 出租车 do not). Applying it twice changes nothing.
 */
export function simplifyCharacter(character: string): string {
  if (forms.size === 0) {
    for (let at = 0; at < traditional.length; at++)
      forms.set(traditional[at] as string, simplified[at] as string);
  }
  return forms.get(character) ?? character;
}
