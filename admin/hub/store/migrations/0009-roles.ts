// Migration 9: several roles an account, the agency it is bound to, accounts put out of use, and a chained audit trail.
import type { Migration } from './migration.ts';

export const roles: Migration = {
  number: 9,
  name: 'roles',
  statements: [
    `alter table accounts add column roles text not null default ''`,
    `update accounts set roles = case role
      when 'administrator' then 'contributor reviewer approver publisher keeper administrator'
      else 'contributor approver publisher' end`,
    'alter table accounts drop column role',
    'alter table accounts add column agency_id text references agencies(id)',
    'alter table accounts add column disabled_at text',
    `alter table audit_entries add column digest text not null default ''`,
    'drop trigger audit_entries_keep',
    `update audit_entries set digest = chain_digest(
      coalesce((select before.digest from audit_entries as before
        where before.id < audit_entries.id order by before.id desc limit 1), ''),
      id, at, who, action, subject, details)`,
    `create trigger audit_entries_keep before update on audit_entries
      begin select raise(abort, 'the audit trail is append-only'); end`,
  ],
};
