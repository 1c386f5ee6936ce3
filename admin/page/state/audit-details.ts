// The particulars of an audit entry that tell a person something; ids and sizes stay in the trail itself.
import { parseRoles } from '#shared/accounts/roles.ts';
import { type MessageKey, t } from '../i18n/index.ts';

const labels: Readonly<Record<string, MessageKey>> = {
  version: 'audit.particular.version',
  nameBefore: 'audit.particular.nameBefore',
  note: 'audit.particular.note',
  nodes: 'audit.particular.nodes',
  records: 'audit.particular.records',
  address: 'audit.particular.address',
  roles: 'audit.particular.roles',
  rolesBefore: 'audit.particular.rolesBefore',
  changed: 'audit.particular.changed',
  created: 'import.action.create',
  updated: 'import.action.update',
  rejected: 'import.action.reject',
};

function words(value: unknown): string {
  if (Array.isArray(value)) return String(value.length);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Roles as the store writes them, in words. */
function roleWords(value: unknown): string {
  return typeof value === 'string'
    ? parseRoles(value)
        .map((role) => t(`role.${role}`))
        .join(' · ')
    : '';
}

/** `[name, value]` of each particular with words for it. Particulars that were cut off give none. */
export function auditDetails(details: string): (readonly [name: string, value: string])[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(details);
  } catch {
    return [];
  }
  if (typeof parsed !== 'object' || parsed === null) return [];
  return Object.entries(parsed).flatMap(([name, value]) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
    const text = name.startsWith('roles') ? roleWords(value) : words(value);
    return label === undefined || text === '' ? [] : [[t(label), text] as const];
  });
}
