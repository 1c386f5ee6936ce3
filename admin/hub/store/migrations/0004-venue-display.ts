// Migration 4: how the venue's screens look and when they are awake.
import type { Migration } from './migration.ts';

export const venueDisplay: Migration = {
  number: 4,
  name: 'venue-display',
  statements: ['alter table venue add column display_json text'],
};
