// What may be the name of an account: what people type at the door, and what the audit trail shows for ever.

/** Letters of any script and digits, with `. _ - @ ·` between them; no blanks, nothing that looks like nothing. */
const pattern = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._@·-]{0,58}[\p{L}\p{M}\p{N}])?$/u;

/** The longest name. */
export const maxNameLength = 60;

export function isAccountName(text: string): boolean {
  return text.length <= maxNameLength && pattern.test(text.normalize('NFKC'));
}
