// The parts people play at the desk. One person may hold several: a village library has two people, a bureau fifty.

/**
 * contributor 报送人 of one agency (or of all) · reviewer 审查人 · approver 批准人 · publisher 发布人 ·
 * keeper 终端管理员 · auditor 监督人 who only reads · administrator 系统管理员, who decides nothing about content.
 */
export const roles = [
  'contributor',
  'reviewer',
  'approver',
  'publisher',
  'keeper',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

/** What the first account of a store holds: whoever starts alone must be able to do everything alone. */
export const founderRoles: readonly Role[] = roles.filter((role) => role !== 'auditor');

/** Roles as the store keeps them, in the order of the list and separated by blanks; unknown words are dropped. */
export function parseRoles(words: string): readonly Role[] {
  const held = new Set(words.split(' '));
  return roles.filter((role) => held.has(role));
}

export function formatRoles(held: readonly Role[]): string {
  return roles.filter((role) => held.includes(role)).join(' ');
}
