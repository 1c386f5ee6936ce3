// Cases over a store in a folder of its own, and submissions to hand in.
import { join } from 'node:path';
import type { CaseDesk } from '#hub/cases/case-desk.ts';
import type { CaseIntake } from '#hub/cases/case-ports.ts';
import { openCaseVault } from '#hub/cases/case-vault.ts';
import { createCaseIntake } from '#hub/cases/intake/case-intake.ts';
import {
  type Applicant,
  applicantSchema,
  type Submission,
  submissionSchema,
} from '#shared/protocol/cases-api.ts';
import { creditCheckCharacter, organisationCheckCharacter } from '#shared/registers/credit-code.ts';
import { idCheckCharacter } from '#shared/registers/id-number.ts';
import { openTempDesk, type TempDesk } from './temp-desk.ts';

export interface TempCases extends TempDesk {
  readonly cases: CaseDesk;
  readonly intake: CaseIntake;
}

export async function openTempCases(): Promise<TempCases> {
  const temp = await openTempDesk();
  const cases: CaseDesk = {
    desk: temp.desk,
    vault: openCaseVault(join(temp.dir, 'keys')),
    filesDir: join(temp.dir, 'case-files'),
    erasedList: join(temp.dir, 'keys', 'cases.erased'),
  };
  return { ...temp, cases, intake: createCaseIntake(cases) };
}

/** Number `index` of endlessly many that pass for those of identity cards. */
export function idNumberOf(index: number): string {
  const digits = `3412221990${String(101 + (index % 28)).padStart(4, '0')}${String(100 + (index % 900))}`;
  return digits + idCheckCharacter(digits);
}

/** A credit code with sound check characters. */
export function creditCodeOf(index: number): string {
  const organisation = `MA2N${String(index).padStart(4, '0')}`;
  const code = `91341200${organisation}${organisationCheckCharacter(organisation)}`;
  return code + creditCheckCharacter(code);
}

export function personOf(index: number, changes: Partial<Applicant> = {}): Applicant {
  return applicantSchema.parse({
    class: 'person',
    name: `李测${index}`,
    idKind: 'resident',
    idNumber: idNumberOf(index),
    phone: `139${String(10_000_000 + index * 7919).slice(-8)}`,
    address: `测试路${index}号`,
    email: `someone${index}@example.org`,
    ...changes,
  });
}

export function submissionIdOf(index: number, what = 'submission'): string {
  return `${what}-${String(index).padStart(12, '0')}-000000000000`.slice(0, 36);
}

export function requestOf(index: number, changes: Partial<Submission> = {}): Submission {
  return submissionSchema.parse({
    submissionId: submissionIdOf(index),
    kind: 'request',
    applicant: personOf(index),
    content: `关于第 ${index} 号地块征收补偿的批复`,
    wantedForm: 'electronic',
    wantedRoute: 'online',
    ...changes,
  });
}

export function opinionOf(index: number, changes: Partial<Submission> = {}): Submission {
  return submissionSchema.parse({
    submissionId: submissionIdOf(index, 'opinion'),
    kind: 'opinion',
    content: `大厅第 ${index} 号窗口的指示牌看不清`,
    ...changes,
  });
}

export const lastFour = (submission: Submission): string => (submission.applicant?.phone ?? '').slice(-4);
