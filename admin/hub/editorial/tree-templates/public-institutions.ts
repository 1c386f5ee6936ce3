// 公共企事业单位办事公开: schools, hospitals, water, power, gas, heat, transport and the environment.
import type { MatterRow, TemplateSource } from './template-source.ts';

const root = 'institutions';
const rule = '条例第五十五条；《公共企事业单位信息公开规定制定办法》';
const twentyDays = '信息形成或者变更之日起20个工作日内';

/** What every institution of a trade opens: who it is, what it promises, where to complain. */
const common: readonly MatterRow[] = [
  ['单位概况', '名称、职责、地址、服务网点、营业时间、联系电话、负责人', twentyDays],
  ['服务承诺', '服务标准、办理时限、违诺处理', twentyDays],
  ['投诉渠道和处理结果', '投诉电话、受理部门、处理时限、处理情况统计', '每季度1次'],
];

/** `parts` follow each other below the trade's own node; the first holds what all institutions open. */
function institution(
  id: string,
  title: string,
  basis: string,
  parts: readonly (readonly [title: string, matters: readonly MatterRow[]])[],
): TemplateSource {
  const own = `${root}-${id}`;
  return {
    id,
    title: `${title}（办事公开）`,
    basis,
    defaults: {
      channels: ['website', 'notice-board', 'service-centre', 'reading-point', 'hotline'],
      tiers: ['county', 'township'],
    },
    nodes: [
      { id: root, under: null, title: '公共企事业单位办事公开', basis: '条例第五十五条' },
      { id: own, under: root, title, basis },
      { id: `${own}-1`, under: own, title: '单位和服务', matters: common },
      ...parts.map(([part, matters], index) => ({
        id: `${own}-${index + 2}`,
        under: own,
        title: part,
        matters,
      })),
    ],
  };
}

export const publicInstitutions: readonly TemplateSource[] = [
  institution('education', '教育', rule, [
    [
      '招生与学籍',
      [
        ['招生入学', '招生计划、范围、条件、程序、录取结果', '招生前1个月'],
        ['学籍和考试', '转学、休学、复学、毕业的条件和手续', twentyDays],
      ],
    ],
    [
      '收费与资助',
      [
        ['收费项目和标准', '项目、标准、依据、减免政策、监督电话', '每学期开学前1周'],
        ['学生资助', '奖助学金、减免、营养改善的条件、程序和结果', '每学期1次'],
        ['食堂和校服', '招标结果、价格、食品来源、收支', '每学期1次'],
      ],
    ],
    [
      '办学与安全',
      [
        ['课程、作息和课后服务', '课程表、作息时间、课后服务内容和收费', '每学期1次'],
        ['财务和资产', '预算、决算、捐赠使用', '每年1次'],
        ['校园安全', '应急预案、校车、传染病防控、欺凌举报电话', twentyDays],
      ],
    ],
  ]),
  institution('health', '医疗卫生', rule, [
    [
      '就诊服务',
      [
        ['科室和医师', '诊疗科目、专家出诊、停诊信息', '每周1次'],
        ['就诊流程', '预约、挂号、检查、住院、转诊、急诊绿色通道', twentyDays],
        ['病历和证明', '复印病历、出生和死亡证明的材料、地点和收费', twentyDays],
      ],
    ],
    [
      '价格与医保',
      [
        ['医疗服务价格', '项目编码、名称、计价单位、价格', '变更前公开'],
        ['药品和耗材价格', '通用名、规格、价格、医保类别', '变更后5个工作日内'],
        ['医保结算', '定点资格、报销范围、异地就医备案', twentyDays],
      ],
    ],
    [
      '质量与安全',
      [
        ['医疗质量', '次均费用、平均住院日、满意度', '每季度1次'],
        ['纠纷处理', '投诉管理部门、调解途径、鉴定办法', twentyDays],
      ],
    ],
  ]),
  institution('water', '供水', rule, [
    [
      '用水业务',
      [
        ['报装、过户和销户', '条件、材料、流程、时限、收费', twentyDays],
        ['水价和收费', '分类水价、阶梯水量、污水处理费、缴费方式、滞纳金', '变更前公开'],
      ],
    ],
    [
      '水质与停水',
      [
        ['水质', '出厂水、管网水检测项目和结果', '每月1次'],
        ['计划停水', '范围、起止时间、临时供水点', '停水前24小时'],
        ['抢修停水', '范围、原因、预计恢复时间', '即时公开'],
      ],
    ],
  ]),
  institution('power', '供电', rule, [
    [
      '用电业务',
      [
        ['新装、增容和变更', '条件、材料、环节、时限、费用', twentyDays],
        ['电价和收费', '分类电价、分时和阶梯标准、缴费渠道', '变更前公开'],
      ],
    ],
    [
      '停电与可靠性',
      [
        ['计划检修停电', '线路、范围、起止时间', '停电前7日'],
        ['临时检修停电', '范围、原因、预计恢复时间', '停电前24小时'],
        ['供电质量', '供电可靠率、电压合格率', '每年1次'],
      ],
    ],
  ]),
  institution('gas', '供气', rule, [
    [
      '用气业务',
      [
        ['开户、改装和过户', '条件、材料、流程、时限、收费', twentyDays],
        ['气价和收费', '分类气价、阶梯气量、表具和工料费', '变更前公开'],
      ],
    ],
    [
      '安全与停气',
      [
        ['用气安全', '安全须知、入户安检安排、隐患整改、抢险电话', twentyDays],
        ['停气和恢复供气', '范围、原因、起止时间、注意事项', '停气前48小时'],
      ],
    ],
  ]),
  institution('heat', '供热', rule, [
    [
      '供热业务',
      [
        ['报停、恢复和过户', '申请期限、材料、收费', '供热期前2个月'],
        ['热价和收费', '计费方式、标准、退费办法', '变更前公开'],
      ],
    ],
    [
      '供热质量',
      [
        ['供热时间和温度', '起止日期、室温标准、测温办法', '供热期前1个月'],
        ['检修和停热', '范围、原因、预计恢复时间、应急措施', '即时公开'],
      ],
    ],
  ]),
  institution('transport', '交通运输', rule, [
    [
      '线路与票价',
      [
        ['线路、站点和时刻', '线路走向、首末班时间、发车间隔、换乘', '变更前5日'],
        ['票价和优惠', '票制、票价、老年人和学生等优惠办法', '变更前公开'],
      ],
    ],
    [
      '运营与安全',
      [
        ['运营调整', '绕行、停运、临时增开', '变更前3日'],
        ['乘车安全和失物招领', '乘车须知、应急处置、失物查询', twentyDays],
        ['无障碍服务', '低地板车辆、轮椅区、报站服务', twentyDays],
      ],
    ],
  ]),
  institution('environment', '生态环境', rule, [
    [
      '监测与排放',
      [
        ['污染物排放', '污染物名称、排放方式、浓度和总量、超标情况', '每月1次'],
        ['自行监测', '监测点位、项目、频次、结果', '每季度1次'],
      ],
    ],
    [
      '治理与应急',
      [
        ['污水和垃圾处理', '处理能力、工艺、处理量、出水或排放达标情况', '每季度1次'],
        ['环境应急', '应急预案、突发事件影响范围、处置结果', '即时公开'],
        ['设施向公众开放', '开放时间、预约方式、参观路线', '每年1次'],
      ],
    ],
  ]),
];
