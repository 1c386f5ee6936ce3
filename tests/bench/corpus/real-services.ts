// Real service items of a district as guides.
import type { GuideDetails } from '#shared/catalogue/details.ts';
import type { Draft } from './draft.ts';
import { type Keep, readLines } from './read-rows.ts';

const emptyGuide: Omit<GuideDetails, 'itemCode'> = {
  type: 'guide',
  itemType: null,
  audience: null,
  level: null,
  address: null,
  window: null,
  hours: null,
  method: null,
  phone: null,
  complaintPhone: null,
  statutoryLimit: null,
  promisedLimit: null,
  fee: null,
  visits: null,
  result: null,
  onlineUrl: null,
  conditions: [],
  materials: [],
  steps: [],
  basis: [],
  questions: [],
};

/** A guide of which only name, code and office are known. */
export function guideDraft(title: string, agencyName: string, itemCode: string, summary: string): Draft {
  return {
    kind: 'guide',
    title,
    agencyName,
    indexNo: itemCode,
    nodeId: 'n-guides',
    topic: '政务服务',
    genre: '办事指南',
    summary,
    validity: 'in-force',
    details: { ...emptyGuide, itemCode },
  };
}

export async function* realServices(keep: Keep): AsyncGenerator<Draft> {
  let row = -1;
  for await (const line of readLines('service_items_guangan.csv')) {
    if (row >= 0 && keep(row)) {
      const [agency = '', main = '', name = '', , code = ''] = splitCells(line);
      yield guideDraft(name, `广安${agency}`, code, main === '未分类' ? '' : main);
    }
    row++;
  }
}

/** Cells of one line of comma-separated values; the file has no line breaks within cells. */
function splitCells(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
