// Every ready-made register, in the order staff are offered them.
import type { RegisterTemplate } from './register-template.ts';
import { complaintRanking, enterpriseInfo } from './templates/enterprises.ts';
import { budgetAccounts, procurementNotices, threePublicExpenses } from './templates/finance.ts';
import { inspectionResults } from './templates/inspections.ts';
import { currentDocuments, emergencyPlans, openArchives } from './templates/papers.ts';
import { agencyDirectory, publicInstitutions, recruitment } from './templates/people.ts';
import { discretionStandards, feeList, powerList } from './templates/powers.ts';
import { blackList, redList } from './templates/trust-lists.ts';

export type { RegisterTemplate };

/** The ready-made registers. */
export const registerTemplates: readonly RegisterTemplate[] = [
  enterpriseInfo,
  redList,
  blackList,
  complaintRanking,
  powerList,
  feeList,
  discretionStandards,
  threePublicExpenses,
  budgetAccounts,
  procurementNotices,
  recruitment,
  inspectionResults,
  emergencyPlans,
  openArchives,
  currentDocuments,
  agencyDirectory,
  publicInstitutions,
];

/** The ready-made register with this id; undefined when there is none. */
export function templateOf(id: string | null): RegisterTemplate | undefined {
  return registerTemplates.find((template) => template.id === id);
}
