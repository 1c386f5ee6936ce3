// The fixture's own district: a venue, its agencies and a catalogue tree, all made up.
import { sampleHall } from '#shared/catalogue/sample-hall.ts';
import type { Agency, TreeNode, VenueProfile } from '#shared/catalogue/venue.ts';

export const venue: VenueProfile = {
  name: '临溪区政务服务中心',
  region: '临溪区',
  address: '临溪区明德路 18 号一层东厅',
  phone: '0999-5550 1234',
  hours: '工作日 9:00—17:00，周六 9:00—12:00',
  supervisionPhone: '0999-5550 4321',
  voice: {
    topics: [
      { id: 'housing', title: '老旧小区改造计划' },
      { id: 'schools', title: '学区划分和招生计划' },
      { id: 'subsidies', title: '各类补贴的发放情况' },
      { id: 'clinics', title: '社区医院的科室和坐诊时间' },
      { id: 'transport', title: '公交线路调整' },
      { id: 'prices', title: '停车、供热、用水的收费标准' },
    ],
    supervision: [
      {
        name: '临溪区政务公开工作监督',
        phone: '0999-5550 4321',
        address: '临溪区明德路 20 号区政府办公室',
        hours: '工作日 8:30—17:30',
      },
      { name: '政务服务便民热线', phone: '12345', address: null, hours: '每天 24 小时' },
    ],
  },
  hall: {
    ...sampleHall,
    floors: sampleHall.floors.map((floor) => ({
      ...floor,
      areas: floor.areas.map((area) => (area.number === '3' ? { ...area, agencyIds: ['a3'] } : area)),
    })),
    exceptions: [{ date: '2099-01-01', spans: [], note: '元旦' }],
    contacts: [{ name: '咨询导办台', phone: '0999-5550 1234', areaId: 'f1-desk', note: null }],
  },
};

const agencyNames: readonly (readonly [string, string])[] = [
  ['临溪区人民政府办公室', '协调全区政务公开工作，组织起草区政府文件，受理依申请公开。'],
  ['临溪区民政局', '社会救助、养老服务、婚姻登记、社会组织管理和基层政权建设。'],
  ['临溪区人力资源和社会保障局', '就业创业、社会保险、劳动关系协调、人事人才服务。'],
  ['临溪区教育局', '学前教育、义务教育、高中阶段教育的规划、招生与管理。'],
  ['临溪区卫生健康局', '公共卫生、医疗服务、妇幼健康和老龄健康工作。'],
  ['临溪区财政局', '财政预算决算、政府采购监管、国有资产和会计管理。'],
  ['临溪区住房和城乡建设局', '住房保障、房屋征收、建筑市场、物业管理。'],
  ['临溪区市场监督管理局', '市场主体登记、食品药品安全、产品质量、价格与消费者权益。'],
  ['临溪区应急管理局', '安全生产监督、防灾减灾救灾、应急预案与演练。'],
  ['清源街道办事处', '社区治理、便民服务、社会救助初审、村居事务公开。'],
];

export const agencies: readonly Agency[] = agencyNames.map(([name, functions], index) => ({
  id: `a${index + 1}`,
  name,
  shortName: null,
  address: index === 9 ? null : `临溪区明德路 ${20 + index * 6} 号`,
  phone: `0999-5550 ${1100 + index * 7}`,
  hours: index === 4 ? null : '工作日 8:30—12:00，14:00—17:30',
  leader: null,
  functions,
  order: index,
}));

const treeLines: readonly (readonly [string, string | null, string, string | null])[] = [
  ['n20', null, '法定主动公开内容', '条例第二十条'],
  ['n21', null, '区级重点公开内容', '条例第二十一条'],
  ['n90', null, '政府信息公开指南', null],
  ['n91', null, '政府信息公开年报', null],
  ['n20-1', 'n20', '规章和规范性文件', '第二十条（一）'],
  ['n20-2', 'n20', '机构职能', '第二十条（二）'],
  ['n20-3', 'n20', '规划、计划和政策', '第二十条（三）'],
  ['n20-4', 'n20', '统计信息', '第二十条（四）'],
  ['n20-5', 'n20', '行政许可和办事指南', '第二十条（五）'],
  ['n20-6', 'n20', '行政处罚与行政强制', '第二十条（六）'],
  ['n20-7', 'n20', '财政预算、决算', '第二十条（七）'],
  ['n20-8', 'n20', '行政事业性收费', '第二十条（八）'],
  ['n20-11', 'n20', '扶贫、教育、医疗、社会保障、促进就业', '第二十条（十一）'],
  ['n20-12', 'n20', '突发公共事件应急预案、预警和应对', '第二十条（十二）'],
  ['n21-1', 'n21', '市政建设与公共服务', null],
  ['n21-2', 'n21', '房屋征收与补偿', null],
  ['n21-3', 'n21', '社会救助', null],
];

export const tree: readonly TreeNode[] = treeLines.map(([id, parentId, title, basis], order) => ({
  id,
  parentId,
  title,
  basis,
  order,
}));
