// A guide of more than 6,000 bytes of text, opened by its id; no list and no search of the fixture shows it.
import type { GuideDetails } from '#shared/catalogue/details.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { namedRecords } from './fixture-records.ts';

const steps = ['受理', '审查', '现场核查', '专家评审', '社区公示', '决定', '制证', '送达'];
const details = namedRecords.guide.record.details as GuideDetails;

export const longGuide: CatalogueRecord = {
  ...namedRecords.guide.record,
  id: 'long-guide',
  code: '6KBQ2M9X',
  title: '建设工程消防验收和备案抽查',
  details: {
    ...details,
    steps: Array.from({ length: 40 }, (_, at) => ({
      name: `${steps[at % steps.length]}（第 ${at + 1} 步）`,
      person: `第 ${((at * 5) % 23) + 1} 号窗口工作人员`,
      limit: `${((at * 7) % 19) + 1} 个工作日`,
      result: `第 ${at + 1} 号办理文书`,
    })),
    basis: Array.from(
      { length: 20 },
      (_, at) => `《建设工程消防设计审查验收管理规定》第${at + 10}条第${(at % 4) + 1}款`,
    ),
  },
};
