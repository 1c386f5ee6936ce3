// Migration 24: events before which something must be public, and what is owed before each.
import type { Migration } from './migration.ts';

const columns =
  'subject_id, kind, agency_id, matter_id, person, title, starts_on, due_on, is_open, met_on, problem';

export const dutyEvents: Migration = {
  number: 24,
  name: 'duty-events',
  statements: [
    `create table duty_events (
      id text primary key, subject text not null check (subject in ('record', 'node')), subject_id text not null,
      title text not null, on_date text not null, at text not null, who text not null
    ) strict`,
    'create index duty_events_subject on duty_events (subject_id, on_date)',
    // A check cannot be widened in place.
    'alter table deadlines rename to deadlines_before_events',
    `create table deadlines (
      subject_id text not null, kind text not null check (kind in ('record', 'period', 'event')),
      agency_id text not null, matter_id text, person text not null, title text not null,
      starts_on text, due_on text, is_open integer not null, met_on text, problem text,
      event_id text, is_missed integer not null default 0,
      primary key (subject_id, kind)
    ) strict`,
    `insert into deadlines (${columns}) select ${columns} from deadlines_before_events`,
    'drop table deadlines_before_events',
    'create index deadlines_owed on deadlines (due_on, subject_id) where is_open = 1',
    'create index deadlines_agency on deadlines (agency_id, due_on) where is_open = 1',
    'create index deadlines_matter on deadlines (matter_id)',
    'create index deadlines_problem on deadlines (problem) where problem is not null and is_open = 1',
    'create index deadlines_event on deadlines (starts_on) where event_id is not null and is_open = 1',
    `create trigger tree_nodes_events_gone after delete on tree_nodes
      begin delete from duty_events where subject = 'node' and subject_id = old.id; end`,
    // A place that moves may bring a matter under other events; what hangs on the matter is counted again with it.
    `create trigger records_moved after update of node_id on records
      when new.kind = 'matter' and exists (select 1 from duty_events where subject = 'node')
      begin insert into deadline_touched (record_id)
        select id from records where id = new.id or matter_id = new.id on conflict do nothing; end`,
    `create trigger tree_nodes_moved after update of parent_id on tree_nodes
      when exists (select 1 from duty_events where subject = 'node')
      begin insert into deadline_touched (record_id) select id from records as matter
        where matter.kind = 'matter' or matter.matter_id is not null on conflict do nothing; end`,
  ],
};
