// The subjects (主题) guides are browsed by, and which of them an item's own words point to.

/** Subject and the words of a title, group or department that mean it; the first that fits decides. */
const subjectWords: readonly (readonly [subject: string, words: RegExp])[] = [
  ['婚姻登记', /婚姻|结婚|离婚登记/u],
  ['生育收养', /生育|收养|出生|母婴|计划生育|婴幼儿|托育/u],
  ['死亡殡葬', /殡葬|火化|公墓|死亡|丧葬|遗体/u],
  ['离职退休', /退休|离休|养老待遇|养老金/u],
  ['社会保障', /社会?保(?:险|障)|社保|参保|养老保险|失业保险|工伤|低保|最低生活|救助|特困|津贴|供养/u],
  ['医疗卫生', /医疗|医保|卫生|医师|护士|诊所|药品|献血|疫苗|义诊|体检|放射|健康/u],
  ['就业创业', /就业|创业|失业|求职|招聘|劳务|劳动|人才|职业(?:介绍|培训)|见习/u],
  ['职业资格', /职业资格|资格证|职称|技能(?:等级|鉴定)|执业|驾驶证|导游证/u],
  ['优待抚恤', /退役|优抚|抚恤|烈士|军人|残疾人|伤残|辅助器具|老年人/u],
  ['户籍证件', /户口|户籍|身份证|居住证|落户/u],
  ['出境入境', /出入境|护照|港澳|签证|台湾/u],
  ['教育科研', /教育|学校|幼儿园|入学|教师|学生|学历|办学|休学|资助|科技|科研/u],
  ['住房保障', /公租房|保障性住房|住房(?:保障|补贴|租赁)|公积金|商品房|物业|房屋/u],
  ['税收财务', /税|发票|会计|财务|财政|缴费/u],
  ['交通出行', /交通|道路运输|客运|货运|公路|机动车|港口|船|出租汽车|驾驶员|车辆/u],
  ['农林牧渔', /农|林|牧|渔|畜|种子|动物|兽|拖拉机|古树|野生/u],
  ['水务气象', /取水|水利|水土|河道|供水|排水|气象|防雷|堤|大坝/u],
  ['环保绿化', /环境|环保|排污|绿化|园林|污染|废物|垃圾/u],
  ['国土规划', /土地|用地|规划|测绘|地质|矿|不动产|宅基地/u],
  ['工程建设', /建设|施工|建筑|工程|招标|消防验收|防空|燃气|市政|占道|挖掘/u],
  ['安全生产', /安全生产|危险化学|烟花爆竹|易制毒|应急|爆破|特种设备|焰火/u],
  ['公安消防', /公安|消防|保安|枪支|治安|特种行业|典当|印章/u],
  ['司法公证', /公证|律师|法律(?:服务|援助)|司法|仲裁|调解|鉴定/u],
  ['文化体育', /文化|文物|文艺|演出|体育|电影|广播|电视|出版|印刷|娱乐|网吧|互联网上网|旅游|艺术/u],
  ['民族宗教', /宗教|民族/u],
  ['社会组织', /社会团体|民办非企业|社会服务机构|基金会|慈善/u],
  ['知识产权', /专利|商标|版权|知识产权/u],
  ['质量计量', /计量|质量|检验|检测|认证|标准/u],
  ['公用事业', /供电|用电|用水|用气|通信|邮政|公交|水电气/u],
  ['食品药品', /食品|餐饮|烟草|化妆品|保健/u],
  ['企业开办', /企业|公司|个体|合伙|独资|营业执照|分支机构|登记注册|合作社/u],
  ['投资审批', /投资|项目(?:备案|核准|审批)|外商|立项/u],
  ['档案信息', /档案|信息公开|查询|政府信息/u],
];

/** Names of departments say what nothing else does. */
const departmentWords: readonly (readonly [subject: string, words: RegExp])[] = [
  ['社会保障', /人社|人力资源|医疗保障|医保|民政/u],
  ['税收财务', /税务|财政/u],
  ['公安消防', /公安|消防/u],
  ['交通出行', /交通/u],
  ['工程建设', /住建|住房/u],
  ['国土规划', /自然资源|国土/u],
  ['医疗卫生', /卫健|卫生/u],
  ['教育科研', /教育|教科|科技/u],
  ['文化体育', /文广|文旅|文化|体育/u],
  ['农林牧渔', /农业|林业|农村/u],
  ['水务气象', /水务|水利|气象/u],
  ['环保绿化', /环境/u],
  ['司法公证', /司法/u],
  ['优待抚恤', /退役|残联/u],
  ['企业开办', /市监|市场监/u],
  ['安全生产', /应急/u],
];

const firstFit = (text: string, rules: typeof subjectWords) =>
  rules.find(([, words]) => words.test(text))?.[0] ?? null;

/**
 * The subject an item belongs to when nobody said: by its own name, by the item it is a part of, then by who
 * handles it. Null when none of them tells.
 */
export function deriveSubject(item: {
  readonly title: string;
  readonly group: string | null;
  readonly agency: string | null;
}): string | null {
  return (
    firstFit(item.title, subjectWords) ??
    firstFit(item.group ?? '', subjectWords) ??
    firstFit(item.agency ?? '', departmentWords)
  );
}
