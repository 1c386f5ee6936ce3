// Every part of the work that can need somebody today. A new part is one source and one line in the list.
import {
  CalendarClock,
  CornerUpLeft,
  FileInput,
  LibraryBig,
  MonitorX,
  Send,
  ShieldAlert,
  Siren,
  Stamp,
} from 'lucide';
import { type Overview, overviewSchema } from '#shared/protocol/hub-api.ts';
import type { ReleaseGroup } from '#shared/protocol/workflow-api.ts';
import { request } from '../api/client.ts';
import { formatCount, formatTime, t } from '../i18n/index.ts';
import { caseTasks } from './case-tasks.ts';
import { deadlineTasks } from './deadline-tasks.ts';
import { loadGroups, waitingItems } from './release-groups.ts';
import { fetchReviews, reviewsAddress } from './review-list.ts';
import { may, session } from './session.ts';
import { contentTasks } from './statistics-tasks.ts';
import type { Task, TaskSource } from './tasks.ts';
import { transferTasks, withheldTasks } from './transfer-tasks.ts';

const followUps: TaskSource = {
  id: 'follow-ups',
  act: 'records.read',
  async load(signal) {
    const { total } = await fetchReviews({ mine: '0', state: 'follow-up' }, { limit: 1, signal });
    if (total === 0) return [];
    const text = t('today.followUps', { count: formatCount(total) });
    const href = reviewsAddress({ mine: '0', state: 'follow-up' });
    return [{ icon: Siren, text, act: t('today.see'), href, isUrgent: true }];
  },
};

const myReviews: TaskSource = {
  id: 'my-reviews',
  act: 'records.review',
  async load(signal) {
    const { total } = await fetchReviews({ mine: '1' }, { limit: 1, signal });
    if (total === 0) return [];
    const text = t('today.myReviews', { count: formatCount(total) });
    return [{ icon: Stamp, text, act: t('today.awaitingAct'), href: reviewsAddress({ mine: '1' }) }];
  },
};

/** As many returned records are named one by one; more are counted. */
const namedReturns = 3;

const returned: TaskSource = {
  id: 'returned',
  act: 'records.submit',
  async load(signal) {
    const { reviews } = await fetchReviews({ mine: '0', state: 'returned' }, { limit: 200, signal });
    const me = session.peek()?.account.name;
    const mine = reviews.filter(({ submittedBy }) => submittedBy === me);
    if (mine.length > namedReturns) {
      const text = t('today.returnedMany', { count: formatCount(mine.length) });
      const href = reviewsAddress({ mine: '0', state: 'returned' });
      return [{ icon: CornerUpLeft, text, act: t('today.see'), href }];
    }
    return mine.map(({ recordId, title }) => ({
      icon: CornerUpLeft,
      text: t('today.returned', { title }),
      act: t('today.returnedAct'),
      href: `/admin/records/${recordId}`,
    }));
  },
};

const dayMs = 86_400_000;

function taskOfGroup(group: ReleaseGroup, nowMs: number): Task[] {
  const { title, at, state, items } = group;
  const href = '/admin/publish/groups';
  const act = t('today.see');
  if (state === 'failed') {
    const text = t('today.groupFailed', { title });
    return [{ icon: CalendarClock, text, act, href, isUrgent: true }];
  }
  if (state !== 'open' || at === null || Date.parse(at) > nowMs + dayMs) return [];
  const waiting = waitingItems(group);
  const when = formatTime(at);
  const text =
    waiting === 0
      ? t('today.groupDue', { title, at: when, count: formatCount(items.length) })
      : t('today.groupNotReady', { title, at: when, count: formatCount(waiting) });
  return [{ icon: CalendarClock, text, act, href, isUrgent: waiting > 0 }];
}

const dueGroups: TaskSource = {
  id: 'groups',
  act: 'release.schedule',
  load: async (signal) => (await loadGroups(signal)).flatMap((group) => taskOfGroup(group, Date.now())),
};

/** What the figures of the overview ask for. */
export function overviewTasks({ counts, registers, pending, release, terminals }: Overview): readonly Task[] {
  const tasks: Task[] = [];
  const add = (isWanted: boolean, task: Task) => isWanted && tasks.push(task);
  const isEmpty = counts.total + registers.total === 0;
  add(isEmpty && may('imports.run'), {
    icon: FileInput,
    text: t('today.empty'),
    act: t('today.emptyAct'),
    href: '/admin/import',
  });
  if (isEmpty) return tasks;
  add(terminals.withProblem > 0 && may('terminals.manage'), {
    icon: MonitorX,
    text: t('today.terminalProblem', { count: terminals.withProblem }),
    act: t('today.terminalAct'),
    href: '/admin/terminals',
    isUrgent: true,
  });
  add(counts.awaitingReview > 0 && (may('records.submit') || may('records.approve')), {
    icon: ShieldAlert,
    text: t('today.awaiting', { count: formatCount(counts.awaitingReview) }),
    act: t('today.awaitingAct'),
    href: '/admin/records?state=awaiting',
  });
  add(registers.waiting > 0 && may('registers.approve'), {
    icon: LibraryBig,
    text: t('today.registersWaiting', { count: formatCount(registers.waiting) }),
    act: t('today.awaitingAct'),
    href: '/admin/registers',
  });
  add(pending.added + pending.changed + pending.removed > 0 && may('release.publish'), {
    icon: Send,
    text: release ? t('today.pending', pending) : t('today.nothingPublished'),
    act: t('today.pendingAct'),
    href: '/admin/publish',
  });
  add(terminals.silent > 0 && may('terminals.manage'), {
    icon: MonitorX,
    text: t('today.terminalSilent', { count: terminals.silent }),
    act: t('today.terminalAct'),
    href: '/admin/terminals',
  });
  return tasks;
}

const overview: TaskSource = {
  id: 'overview',
  act: 'desk.read',
  load: async (signal) => overviewTasks(await request('GET', '/overview', overviewSchema, { signal })),
};

/** In the order in which people should look at them. */
export const taskSources: readonly TaskSource[] = [
  followUps,
  myReviews,
  returned,
  caseTasks,
  deadlineTasks,
  dueGroups,
  transferTasks,
  withheldTasks,
  contentTasks,
  overview,
];
