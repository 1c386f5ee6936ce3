// The hall of the demonstration venue: the sample plan, with the venue's own agencies at their windows.

import type { Hall } from '#shared/catalogue/hall-plan.ts';
import { sampleHall } from '#shared/catalogue/sample-hall.ts';
import { findAgencyId } from '../editorial/agencies.ts';
import type { Desk } from '../editorial/desk.ts';
import { saveHall } from '../editorial/hall.ts';
import type { Actor } from '../http/hub-services.ts';

/** Window number → the agencies that sit there. */
const agenciesAt: Readonly<Record<string, readonly string[]>> = {
  '1': ['明渚区行政审批局', '明渚区民政局'],
  '2': ['明渚区行政审批局', '明渚区市场监督管理局'],
  '3': ['明渚区人力资源和社会保障局'],
  '4': ['明渚区人力资源和社会保障局'],
  '5': ['明渚区医疗保障局'],
  '11': ['澜州市公安局明渚分局'],
  '12': ['澜州市公安局明渚分局'],
  '13': ['澜州市自然资源和规划局明渚分局'],
  '14': ['澜州市自然资源和规划局明渚分局', '明渚区住房和城乡建设局'],
  '15': ['明渚区民政局'],
};

const contacts: Hall['contacts'] = [
  { name: '咨询导办台', phone: '0600-5550100', areaId: 'f1-desk', note: '9:00—17:30' },
  { name: '图书馆总服务台', phone: '0600-5550301', areaId: 'f2-library', note: null },
  { name: '档案查阅室', phone: '0600-5550302', areaId: 'f2-archive', note: '请提前一天预约' },
  { name: '监督电话', phone: '0600-5550112', areaId: null, note: null },
];

const exceptions: Hall['exceptions'] = [
  { date: '2026-12-28', spans: [], note: '设备检修，闭馆一天' },
  { date: '2027-01-01', spans: [{ from: '09:00', to: '16:00' }], note: '元旦缩短开放' },
];

export async function saveDemoHall(desk: Desk, actor: Actor): Promise<void> {
  const ids = new Map<string, string>();
  for (const name of new Set(Object.values(agenciesAt).flat())) {
    const id = await findAgencyId(desk.db, name);
    if (id !== null) ids.set(name, id);
  }
  const idsAt = (number: string | null) =>
    (agenciesAt[number ?? ''] ?? []).flatMap((name) => ids.get(name) ?? []);
  const floors = sampleHall.floors.map((floor) => ({
    ...floor,
    areas: floor.areas.map((area) => ({ ...area, agencyIds: idsAt(area.number) })),
  }));
  await saveHall(desk, { ...sampleHall, floors, contacts, exceptions }, actor);
}
