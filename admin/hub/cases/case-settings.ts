// The settings of cases: what holds until staff change it, and what they changed it to.
import { caseKinds, isFormal } from '#shared/cases/case-kinds.ts';
import { type CaseSettings, caseSettingsSchema } from '#shared/protocol/case-desk-api.ts';
import type { Database } from '../store/tables.ts';

/** Requests are kept for ten years, like other business files; voices for two. */
export const defaultCaseSettings: CaseSettings = {
  keepRequestsMonths: 120,
  keepVoicesMonths: 24,
  answerWorkingDays: 15,
  officeName: '',
  officeAddress: '',
  officePhone: '',
  numberWord: '',
  openKinds: [...caseKinds],
  showAgencyFigures: false,
  approvedReplies: [],
};

/** What is in force. A setting the stored text lacks or spoils is at its default. */
export async function loadCaseSettings(db: Database): Promise<CaseSettings> {
  const row = await db.selectFrom('case_settings').select('settings_json').executeTakeFirst();
  if (row === undefined) return defaultCaseSettings;
  const parsed = caseSettingsSchema.safeParse({ ...defaultCaseSettings, ...JSON.parse(row.settings_json) });
  return parsed.success ? parsed.data : defaultCaseSettings;
}

/** Months a settled case of this kind keeps its personal data. */
export function monthsKept(
  kind: Parameters<typeof isFormal>[0],
  settings: Pick<CaseSettings, 'keepRequestsMonths' | 'keepVoicesMonths'>,
): number {
  return isFormal(kind) ? settings.keepRequestsMonths : settings.keepVoicesMonths;
}
