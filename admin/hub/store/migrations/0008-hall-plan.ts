// Migration 8: the hall's plan, its days that differ and its contacts.
import type { Migration } from './migration.ts';

export const hallPlan: Migration = {
  number: 8,
  name: 'hall-plan',
  statements: ['alter table venue add column hall_json text'],
};
