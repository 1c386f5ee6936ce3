// The acts on the way to the public, for the audit trail, in English.
import type { zhCNWorkflowActs } from './zh-CN-workflow-acts.ts';

export const enWorkflowActs: Readonly<Record<keyof typeof zhCNWorkflowActs, string>> = {
  'audit.record.emergency': 'published in an emergency',
  'audit.record.archive': 'archived',
  'audit.record.supersede': 'marked as superseded',
  'audit.record.restore': 'restored',
  'audit.record.schedule': 'scheduled',
  'audit.record.unschedule': 'took the schedule back of',
  'audit.record.comment': 'commented on',
  'audit.record.resolve': 'resolved a comment on',
  'audit.review.submit': 'submitted for review',
  'audit.review.pass': 'passed a step of',
  'audit.review.return': 'returned',
  'audit.review.recall': 'recalled from review',
  'audit.procedures.update': 'changed the procedures',
  'audit.group.create': 'made a release group',
  'audit.group.update': 'changed a release group',
  'audit.group.remove': 'took a release group apart',
  'audit.group.release': 'released a group',
  'audit.release.due': 'published at its time',
  'audit.release.fail': 'publish failed, tried again later',
};
