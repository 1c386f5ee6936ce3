// The acts of the audit trail in words; an act this page does not know yet keeps its own name.
import { type MessageKey, t } from './index.ts';
import { zhCN } from './zh-CN.ts';

/** What someone did, for a sentence "who · did what · to which". */
export function auditWords(action: string): string {
  const key = `audit.${action}`;
  return Object.hasOwn(zhCN, key) ? t(key as MessageKey) : action;
}
