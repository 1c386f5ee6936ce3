// Fields of catalogue matters, with the headings of standard-catalogue sheets.
import { field, type ImportField } from './field.ts';
import { agency, indexNo, treePath } from './header-fields.ts';

export const matterFields: readonly ImportField[] = [
  field('number', '序号', 'Number', `编号 号 no 序列 顺序号`),
  field(
    'item',
    '公开事项',
    'Item',
    `
      事项 公开事项名称 事项名称 公开项目 公开目录 公开类别 事项类别 事项分类 公开事项类别 目录名称
      title 标题 name levels 公开事项分类 类别 大类 子项 小类 公开子项 具体事项 项目名称 公开项目名称`,
  ),
  field(
    'level1',
    '一级事项',
    'Level 1',
    '一级 一级目录 一级公开事项 一级类别 一级分类 一级指标 第一级 一级事项名称 一级标题 一级栏目',
  ),
  field(
    'level2',
    '二级事项',
    'Level 2',
    '二级 二级目录 二级公开事项 二级类别 二级分类 二级指标 第二级 二级事项名称 二级标题 二级栏目',
  ),
  field(
    'level3',
    '三级事项',
    'Level 3',
    '三级 三级目录 三级公开事项 三级类别 三级分类 三级指标 第三级 三级事项名称 三级标题 三级栏目',
  ),
  field('level4', '四级事项', 'Level 4', '四级 四级目录 四级公开事项 四级分类 四级指标 第四级 四级事项名称'),
  field(
    'elements',
    '公开内容（要素）',
    'What is disclosed',
    `
      公开内容 公开要素 内容要素 公开内容及要素 公开内容要素 内容 公开内容和要素 公开的内容
      公开内容与要素 主要内容 要素 公开内容(要素)及要求 公开具体内容 内容标准 公开标准 公开内容标准 具体内容`,
  ),
  field('basis', '公开依据', 'Basis', '依据 法律依据 政策依据 法定依据 公开的依据 公开依据文件 设定依据'),
  field(
    'deadline',
    '公开时限',
    'Deadline',
    '时限 公开时间 公开期限 公开时限要求 公开的时限 公开时效 更新时限 更新周期 公开频次 时限要求 公开时限及要求 公开时间要求 公开时间和期限 公开时限(期限)',
  ),
  field('agency', '公开主体', 'Agency', `责任主体(公开主体) 公开责任单位 公开机关 公开部门`, agency.names),
  field(
    'channels',
    '公开渠道和载体',
    'Channels',
    `
      公开渠道 公开载体 公开渠道载体 渠道和载体 公开渠道及载体 公开渠道与载体 渠道 载体 公开平台
      公开形式 公开方式和载体 公开途径 公开场所 公开渠道和载体形式 公开方式和渠道 公开方式及渠道
      公开方式与渠道 公开渠道和方式 公开渠道及方式 公开形式和渠道 公开形式及渠道 公开形式和载体 公开位置
      公开地点 公开平台和渠道 公开栏目`,
  ),
  field('audience', '公开对象', 'Audience', `对象 公开范围 面向对象`),
  field(
    'audience.everyone',
    '公开对象：全社会',
    'Audience: everyone',
    `全社会 社会 社会大众 公众 全社会公开 社会公众 面向社会`,
  ),
  field(
    'audience.specific',
    '公开对象：特定群体',
    'Audience: specific',
    '特定群体 特定群众 特定对象 特定人群 特殊群体 特定公众 特定群体(群众)',
  ),
  field('mode', '公开方式', 'Mode', `方式 公开属性 公开类型`),
  field('mode.proactive', '公开方式：主动', 'Mode: proactive', `主动 主动公开`),
  field(
    'mode.on-request',
    '公开方式：依申请',
    'Mode: on request',
    `依申请 依申请公开 申请公开 依申请公开(特定)`,
  ),
  field('tier', '公开层级', 'Tier', `层级 公开级别 公开级次 tiers`),
  field(
    'tier.county',
    '公开层级：县级',
    'Tier: county',
    `
      县级 区级 县区级 县(区)级 县(市、区)级 县(市区)级 区(县)级 市级 县市级 旗级 旗县级 市县级
      市、县级 县市区级 区县级 县、区级 区本级 县本级 县 区 市(县)级 县(市)级 新区级 管委会
      开发区级 省级 县直 区直 市`,
  ),
  field(
    'tier.township',
    '公开层级：乡级',
    'Tier: township',
    `
      乡级 镇级 街道 街道级 乡镇 乡镇级 乡(镇)级 乡(镇) 镇街 镇街级 乡镇(街道) 乡镇(街道)级
      乡镇街道 镇(街道) 镇(街道)级 乡(镇、街道)级 街道办 街镇 街镇级 镇(街)级 街道(乡镇) 乡、镇级
      乡、镇(街道)级 苏木乡镇级 街道(镇) 办事处 镇乡级 乡 镇`,
  ),
  field(
    'tier.village',
    '公开层级：村级',
    'Tier: village',
    `
      村级 村 社区 村(社区) 村(社区)级 社区级 村、社区 村居 村(居)级 村(居) 村社级 村社区 村社区级
      嘎查村级 村(居、社区) 村/社区 居委会`,
  ),
  field(
    'tier.township-village',
    '公开层级：乡、村级',
    'Tier: township and village',
    `
      乡、村级 乡村级 乡镇村级 镇村级 镇、村级 乡村 镇村 乡镇、村级 乡(镇)、村级 乡(镇)村级
      乡镇(村)级 乡(村)级 街道、社区 街道社区 街道、社区级 街道(社区) 镇街、村居 镇(街)村(居)级
      乡级(村级) 乡级、村级 镇级、村级 乡镇(街道)、村(社区)级 乡镇(街道)、村(社区)
      乡镇(街道)村(社区)级 镇(街道)、村(社区)级 街道、村级 乡镇村 乡、村 镇、村 乡级/村级 乡/村级`,
  ),
  field('field', '领域', 'Field', `试点领域 公开领域 所属领域 领域名称`),
  field(
    'responsible',
    '责任部门/责任人',
    'Responsible',
    `
      责任部门 责任人 责任科室 责任股室 具体责任部门 负责部门 承办科室 承办机构 责任处室 牵头部门 牵头单位 主管部门 主管单位 主办单位 主办部门
      联系人 owner`,
  ),
  indexNo,
  treePath,
];
