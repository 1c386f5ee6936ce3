// A desk with people and cases: whoever handles, decides and reads them, and submissions to begin with.
import { join } from 'node:path';
import type { CaseDesk } from '#hub/cases/case-desk.ts';
import type { CaseHandling, CasePapers } from '#hub/cases/case-ports.ts';
import { openCaseVault } from '#hub/cases/case-vault.ts';
import { createCaseHandling } from '#hub/cases/handling/handling-service.ts';
import { submitCase } from '#hub/cases/intake/submit-case.ts';
import { createCasePapers } from '#hub/cases/papers/paper-service.ts';
import type { Actor } from '#hub/http/actor.ts';
import type { CaseChannel } from '#shared/cases/case-kinds.ts';
import type { CaseAct, CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { type Applicant, type Submission, submissionSchema } from '#shared/protocol/cases-api.ts';
import { openStaffedDesk, type StaffedDesk } from './staffed-desk.ts';

export interface CasesDesk extends StaffedDesk {
  readonly caseDesk: CaseDesk;
  readonly handling: CaseHandling;
  readonly papers: CasePapers;
  /** Handles cases of all agencies. */
  readonly clerk: Actor;
  /** Decides, and handles nothing. */
  readonly head: Actor;
  readonly auditor: Actor;
  /** Sets the clock to noon in China of this day. */
  on(day: string): void;
  /** A submission as it comes in; returns the case's id. */
  submit(changes?: Partial<Submission>, channel?: CaseChannel): Promise<string>;
  /** Does one act after another on the case as it is, in the clerk's name unless told. */
  act(id: string, act: CaseAct, actor?: Actor): Promise<CaseDetail>;
}

export const zhang: Applicant = {
  class: 'person',
  name: '张晓梅',
  idKind: 'resident',
  idNumber: '11010519491231002X',
  organisation: '',
  creditCode: '',
  legalRepresentative: '',
  contact: '',
  phone: '13912345678',
  address: '明渚区春晖路18号3幢502室',
  postCode: '311100',
  email: 'zhangxm@example.cn',
};

let submissions = 0;

export function submission(changes: Partial<Submission> = {}): Submission {
  submissions += 1;
  const usual = { applicant: zhang, content: '申请公开2025年春晖路改造工程的招标文件。' };
  return submissionSchema.parse({
    submissionId: `submission-${String(submissions).padStart(20, '0')}`,
    kind: 'request',
    ...{ wantedForm: 'paper', wantedRoute: 'in-person' },
    ...usual,
    ...changes,
  });
}

export async function openCasesDesk(): Promise<CasesDesk> {
  const staffed = await openStaffedDesk();
  const caseDesk: CaseDesk = {
    desk: staffed.desk,
    vault: openCaseVault(join(staffed.dir, 'keys')),
    filesDir: join(staffed.dir, 'case-files'),
    erasedList: join(staffed.dir, 'keys', 'cases.erased'),
  };
  const handling = createCaseHandling(caseDesk);
  const clerk = await staffed.hire('clerk', ['publisher']);
  const head = await staffed.hire('head', ['approver']);
  const auditor = await staffed.hire('auditor', ['auditor']);
  return {
    ...staffed,
    ...{ caseDesk, handling, clerk, head, auditor },
    papers: createCasePapers(caseDesk),
    on: (day) => staffed.tick(Date.parse(`${day}T04:00:00Z`) - staffed.desk.now()),
    submit: async (changes = {}, channel = 'counter') =>
      (await submitCase(caseDesk, submission({ agencyId: staffed.agencyId, ...changes }), channel)).id,
    act: async (id, act, actor = clerk) => {
      const { revision } = await staffed.desk.db
        .selectFrom('cases')
        .select('revision')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return handling.act(id, revision, act, actor);
    },
  };
}
