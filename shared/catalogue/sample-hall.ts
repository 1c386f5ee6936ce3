// A hall to start from: a service centre of two floors with its library, as many of them are built.
import type { AreaKind, Hall, HallArea, Side } from './hall-plan.ts';

type Box = readonly [x: number, y: number, width: number, depth: number];

function area(id: string, kind: AreaKind, name: string, box: Box, more: Partial<HallArea> = {}): HallArea {
  const [x, y, width, depth] = box;
  return { id, kind, name, number: null, door: null, agencyIds: [], note: null, x, y, width, depth, ...more };
}

const facing = (door: Side) => ({ door });

/** A row of windows beside each other, numbered on. */
function windows(first: number, names: readonly string[], from: Box, door: Side): HallArea[] {
  const [x, y, width, depth] = from;
  return names.map((name, at) =>
    area(`w${first + at}`, 'window', name, [x + at * width, y, width, depth], {
      number: String(first + at),
      door,
    }),
  );
}

const firstFloor: readonly HallArea[] = [
  area('f1-entrance', 'entrance', '正门', [17, 25, 6, 3]),
  area('f1-desk', 'counter', '咨询导办台', [17.5, 17, 5, 2], facing('bottom')),
  ...windows(1, ['综合受理', '综合受理', '社会保险', '社会保险', '医疗保障', '税务'], [2, 1, 4, 3], 'bottom'),
  area('f1-self', 'self-service', '自助办理区', [28, 1, 10, 6], {
    note: '24 小时自助机 6 台，可打印社保缴费证明。',
  }),
  area('f1-wait', 'waiting', '等候区', [4, 7, 18, 6]),
  area('f1-reading', 'reading', '政务公开查阅区', [25, 12, 13, 8], {
    note: '查阅终端、公报架和意见箱在这里，查阅免费，不登记。',
  }),
  area('f1-lift', 'lift', '1号电梯', [1, 17, 3, 3], facing('right')),
  area('f1-stairs', 'stairs', '东侧楼梯', [36, 22, 3, 5], facing('left')),
  area('f1-toilet', 'toilet', '卫生间', [1, 22, 5, 5], facing('right')),
  area('f1-accessible', 'accessible-toilet', '无障碍卫生间', [1, 20, 3, 2], facing('right')),
  area('f1-lactation', 'lactation', '母婴室', [8, 24, 4, 3], facing('top')),
  area('f1-water', 'water', '饮水处', [13, 25.5, 2, 1.5], facing('top')),
];

const secondFloor: readonly HallArea[] = [
  ...windows(11, ['公安户政', '公安户政', '不动产登记', '不动产登记', '婚姻登记'], [8, 1, 4.5, 3], 'bottom'),
  area('f2-wait', 'waiting', '等候区', [9, 6, 18, 5]),
  area('f2-library', 'library', '图书馆借阅厅', [20, 15, 18, 6], {
    door: 'left',
    note: '凭身份证免费借阅。',
  }),
  area('f2-archive', 'archive', '档案查阅室', [7, 15, 8, 6], {
    door: 'top',
    note: '查阅开放档案，请带身份证件。',
  }),
  area('f2-meeting', 'meeting', '调解室', [31, 1, 7, 5], facing('bottom')),
  area('f2-lift', 'lift', '1号电梯', [1, 17, 3, 3], facing('right')),
  area('f2-stairs', 'stairs', '东侧楼梯', [36, 22, 3, 5], facing('left')),
  area('f2-toilet', 'toilet', '卫生间', [1, 22, 5, 5], facing('right')),
];

export const sampleHall: Hall = {
  floors: [
    { id: 'f1', name: '一楼', width: 40, depth: 28, areas: firstFloor },
    { id: 'f2', name: '二楼', width: 40, depth: 28, areas: secondFloor },
  ],
  here: { floorId: 'f1', x: 30, y: 20.5 },
  terminals: [],
  exceptions: [],
  contacts: [],
};
