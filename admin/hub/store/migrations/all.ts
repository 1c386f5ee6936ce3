// Every migration in order; a new one is added at the end.
import { firstSchema } from './0001-first-schema.ts';
import { recordsToPublish } from './0002-records-to-publish.ts';
import { synonyms } from './0003-synonyms.ts';
import { venueDisplay } from './0004-venue-display.ts';
import { handoffLists } from './0005-handoff-lists.ts';
import { replacedVersion } from './0006-replaced-version.ts';
import { registers } from './0007-registers.ts';
import { hallPlan } from './0008-hall-plan.ts';
import { roles } from './0009-roles.ts';
import { workflow } from './0010-workflow.ts';
import { invitations } from './0011-invitations.ts';
import { lint } from './0012-lint.ts';
import { deadlines } from './0013-deadlines.ts';
import { transfers } from './0014-transfers.ts';
import { withheld } from './0015-withheld.ts';
import { feeds } from './0016-feeds.ts';
import { reports } from './0017-reports.ts';
import { cases } from './0018-cases.ts';
import { voice } from './0019-voice.ts';
import { statistics } from './0020-statistics.ts';
import { consultations } from './0021-consultations.ts';
import { reviewStepsByTime } from './0022-review-steps-by-time.ts';
import { registerTotalsAndOrder } from './0023-register-totals-and-order.ts';
import { dutyEvents } from './0024-duty-events.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  firstSchema,
  recordsToPublish,
  synonyms,
  venueDisplay,
  handoffLists,
  replacedVersion,
  registers,
  hallPlan,
  roles,
  workflow,
  invitations,
  lint,
  deadlines,
  transfers,
  withheld,
  feeds,
  reports,
  cases,
  voice,
  statistics,
  consultations,
  reviewStepsByTime,
  registerTotalsAndOrder,
  dutyEvents,
];
