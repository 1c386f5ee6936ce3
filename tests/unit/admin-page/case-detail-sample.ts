// A case as the hub tells it, for tests of what the desk makes of it.

import { blankApplicant } from '#admin-page/state/case-entry.ts';
import type { CaseDetail, CaseEvent } from '#shared/protocol/case-desk-api.ts';
import { caseDetailSchema } from '#shared/protocol/case-desk-api.ts';

export const eventOf = (
  id: number,
  kind: CaseEvent['kind'],
  on: string,
  facts: CaseEvent['facts'] = {},
): CaseEvent => ({
  ...{ id, kind, on, at: `${on}T02:00:00.000Z`, who: '李文', facts, note: '' },
});

/** An application handed in on 10 November 2026, with whatever is said otherwise. */
export const sampleCase = (change: Partial<CaseDetail> = {}): CaseDetail =>
  caseDetailSchema.parse({
    ...{ id: 'c1', number: '依申请〔2026〕1号', kind: 'request', channel: 'counter', state: 'accepted' },
    ...{ receivedOn: '2026-11-10', applicantClass: 'person', maskedName: '张**', gist: '预算' },
    ...{ agencyId: 'a1', agencyName: '财政局', handler: '李文', dueOn: '2026-12-08', isOverdue: false },
    ...{ replyKind: null, repliedOn: null, outcome: null, revision: 1, isOpen: true },
    applicant: { ...blankApplicant, name: '张建国', idNumber: '110101199003074258', phone: '13812345678' },
    ...{ title: '2025 年预算', content: '2025 年部门预算', wrong: '', right: '' },
    ...{ wantedForm: 'paper', wantedRoute: 'post', mayPublish: true, triedSearch: null, record: null },
    ...{
      files: [],
      events: [eventOf(1, 'received', '2026-11-10')],
      dueExplanation: [],
      clockState: 'running',
    },
    ...{ completionDue: '2026-11-19', consultations: [], faults: [], answer: '', fee: null, published: null },
    ...{ contentRecordId: null, likely: [], papers: [], acts: [], satisfaction: null, erasedAt: null },
    ...change,
  });
