// Further records in number, made from word lists, so that lists, facets and counts look as they will.
import type { RecordKind } from '#shared/catalogue/record.ts';
import { type FixtureRecord, makeRecord, namedRecords } from './fixture-records.ts';

interface Series {
  readonly kind: RecordKind;
  readonly agency: number;
  readonly topic: string;
  readonly nodeId: string;
  readonly titles: readonly string[];
}

const series: readonly Series[] = [
  {
    kind: 'guide',
    agency: 2,
    topic: '劳动、人事、监察',
    nodeId: 'n20-5',
    titles: [
      '社会保障卡申领',
      '社会保障卡补领换领',
      '失业保险金申领',
      '灵活就业人员社会保险参保登记',
      '工伤认定',
      '企业职工退休申请',
      '创业担保贷款申请',
    ],
  },
  {
    kind: 'guide',
    agency: 7,
    topic: '市场监管、安全生产监管',
    nodeId: 'n20-5',
    titles: ['个体工商户设立登记', '公司变更登记', '食品经营许可', '药品零售许可', '特种设备使用登记'],
  },
  {
    kind: 'guide',
    agency: 3,
    topic: '科技、教育',
    nodeId: 'n20-5',
    titles: ['义务教育阶段转学', '民办幼儿园设立审批', '教师资格认定', '学生资助申请'],
  },
  {
    kind: 'document',
    agency: 0,
    topic: '综合政务',
    nodeId: 'n20-3',
    titles: [
      '临溪区国民经济和社会发展第十五个五年规划纲要',
      '临溪区 2026 年政务公开工作要点',
      '临溪区政府工作报告（2026 年）',
      '临溪区优化营商环境若干措施',
    ],
  },
  {
    kind: 'document',
    agency: 4,
    topic: '卫生、体育',
    nodeId: 'n20-11',
    titles: [
      '临溪区基本公共卫生服务项目清单',
      '临溪区家庭医生签约服务实施方案',
      '临溪区适龄儿童疫苗接种安排',
    ],
  },
  {
    kind: 'document',
    agency: 5,
    topic: '财政、金融、审计',
    nodeId: 'n20-7',
    titles: ['临溪区 2025 年财政决算', '临溪区政府采购目录及标准', '临溪区行政事业性收费目录清单'],
  },
  {
    kind: 'notice',
    agency: 6,
    topic: '城乡建设、环境保护',
    nodeId: 'n21-2',
    titles: [
      '松坪镇旧村改造房屋征收补偿方案征求意见',
      '老旧小区加装电梯补助名单公示',
      '临河路污水管网改造施工公告',
    ],
  },
  {
    kind: 'notice',
    agency: 7,
    topic: '市场监管、安全生产监管',
    nodeId: 'n20-6',
    titles: ['食品安全监督抽检结果通告（第 38 期）', '价格违法案件行政处罚信息', '一周消费投诉排行'],
  },
  {
    kind: 'matter',
    agency: 3,
    topic: '科技、教育',
    nodeId: 'n20-11',
    titles: [
      '义务教育招生政策',
      '学校基本情况',
      '学生资助名额与标准',
      '教师资格认定结果',
      '校车安全管理信息',
    ],
  },
  {
    kind: 'page',
    agency: 0,
    topic: '综合政务',
    nodeId: 'n91',
    titles: [
      '临溪区人民政府 2025 年政府信息公开工作年度报告',
      '临溪区民政局 2025 年政府信息公开工作年度报告',
    ],
  },
];

function expand({ kind, agency, topic, nodeId, titles }: Series): FixtureRecord[] {
  return titles.flatMap((title, index) =>
    [2026, 2025, 2024].slice(0, kind === 'guide' || kind === 'matter' ? 1 : 2).map((year) => {
      const month = String(((index * 3 + year) % 11) + 1).padStart(2, '0');
      const day = String(((index * 7 + agency) % 27) + 1).padStart(2, '0');
      const name = year === 2026 ? title : title.replace(/2026|2025/, String(year - 1));
      return makeRecord(
        kind,
        year === 2026 || name !== title ? name : `${title}（${year} 年）`,
        agency,
        {
          date: `${year}-${month}-${day}`,
          publishedOn: `${year}-${month}-${day}`,
          topic,
          nodeId,
          indexNo: `LX0${agency}01/${year}-${String(index + 11).padStart(5, '0')}`,
          // Its only pages are annual reports.
          ...(kind === 'page' ? { details: { type: 'page', section: 'annual-report' } } : {}),
          validity: kind === 'document' ? 'in-force' : 'unknown',
          summary: `${title}的依据、范围、标准和办理要求。`,
        },
        [`<p>${title}。本件由提供单位负责解释，内容有变化时会及时更新。</p>`],
      );
    }),
  );
}

export const allRecords: readonly FixtureRecord[] = [
  ...Object.values(namedRecords),
  ...series.flatMap(expand),
];
