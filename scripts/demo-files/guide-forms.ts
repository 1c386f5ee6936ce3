// The demonstration's blank forms that guides hand out: one Word file a form, short enough to fill in at a desk.
import type { DocxBlock, DocxPaper } from './docx-writer.ts';

const note = (text: string): DocxBlock => ({ type: 'note', text });
const right = (text: string): DocxBlock => ({ type: 'right', text });
const heading = (text: string): DocxBlock => ({ type: 'heading', text });
const paragraph = (text: string): DocxBlock => ({ type: 'paragraph', text });
const signature = [right('申请人（签字）：　　　　　　　　'), right('年　　月　　日　　')];

/** Name and value beside name and value. */
function pairs(...rows: readonly (readonly [string, string, string, string])[]): DocxBlock {
  return { type: 'table', widths: [1900, 2600, 1900, 2600], rows };
}

/** A name and a wide field. */
function fields(...names: readonly string[]): DocxBlock {
  return { type: 'table', widths: [2600, 6400], rows: names.map((name) => [name, '']) };
}

function columns(widths: readonly number[], names: readonly string[], emptyRows: number): DocxBlock {
  const empty = Array.from({ length: emptyRows }, () => names.map(() => ''));
  return { type: 'table', widths, hasHeader: true, rows: [names, ...empty] };
}

function blankForm(title: string, blocks: readonly DocxBlock[]): DocxPaper {
  return { name: `${title}（空表）.docx`, title, blocks: [{ type: 'title', text: title }, ...blocks] };
}

const person = pairs(['申请人', '', '联系电话', ''], ['证件名称和号码', '', '住址', '']);

/** Every form, in the order of the guides that name them. */
export function guideForms(): readonly DocxPaper[] {
  return [
    blankForm('临时救助申请表', [
      person,
      heading('一、困难情形（打勾）'),
      paragraph('□ 火灾、交通事故、意外伤害　□ 突发重大疾病　□ 教育、医疗支出过大　□ 其他：　　　　　　　'),
      heading('二、家庭成员'),
      columns([1800, 2000, 1200, 4000], ['姓名', '与申请人关系', '年龄', '收入或健康情况'], 4),
      heading('三、困难经过和需要的帮助'),
      paragraph('（什么时候、发生了什么、现在最缺什么，可请工作人员代写）'),
      ...signature,
      note('紧急情形请先打电话 0600-5550312，可以先救助后补手续。'),
    ]),
    blankForm('食品经营许可申请书', [
      pairs(['经营者名称', '', '统一社会信用代码', ''], ['法定代表人', '', '联系电话', '']),
      fields('经营场所（详细到门牌号）', '仓库地址（没有的填“无”）'),
      heading('一、主体业态（打勾）'),
      paragraph('□ 食品销售经营者　□ 餐饮服务经营者　□ 单位食堂　　网络经营：□ 是　□ 否'),
      heading('二、经营项目'),
      columns([900, 4500, 3600], ['序号', '经营项目', '备注'], 4),
      heading('三、从业人员'),
      columns([2200, 2200, 4600], ['姓名', '岗位', '健康证明有效期至'], 4),
      ...signature,
      note('可以选择告知承诺：当场发证，两个月内现场核查。咨询：0600-5550225。'),
    ]),
    blankForm('农村宅基地和建房（规划许可）申请表', [
      pairs(['户主', '', '联系电话', ''], ['户籍所在村组', '', '家庭人口', '']),
      heading('一、现有宅基地和房屋'),
      columns(
        [3000, 3000, 3000],
        ['宅基地面积（平方米）', '房屋建筑面积（平方米）', '处置（保留、退出）'],
        2,
      ),
      heading('二、拟申请建房'),
      fields(
        '建房类型（新建、改建、扩建、翻建）',
        '地址和四至',
        '拟用地面积、地类',
        '层数、高度、建筑面积',
        '选用图样编号',
      ),
      heading('三、承诺'),
      paragraph('按批准的位置、面积、层数和风貌建房，新房建成后按约定退出旧宅基地。'),
      ...signature,
      note('镇里公布的免费设计图样有十套，可以到窗口领。咨询：0600-5550323。'),
    ]),
    blankForm('医疗救助申请书', [
      person,
      fields(
        '救助身份（特困、低保、低保边缘、其他）',
        '就医医院和住院时间',
        '自己负担的医疗费用（元）',
        '收款银行卡开户名和账号',
      ),
      heading('家庭经济状况核对授权'),
      paragraph('本人及共同生活的家庭成员同意查询收入、财产信息，只用于本次救助核对。'),
      ...signature,
      note('票据原件核对后退回。咨询：0600-5550286。'),
    ]),
    blankForm('挖掘城市道路申请表', [
      pairs(['建设单位', '', '施工单位', ''], ['现场负责人', '', '联系电话', '']),
      fields('挖掘道路名称和起止位置', '挖掘长度、宽度、面积', '开工和完工日期', '交通疏导和围挡措施'),
      heading('地下管线查询结果'),
      columns([3000, 3000, 3000], ['管线种类', '权属单位', '会签意见'], 4),
      ...signature,
      note('抢修可以先挖后补，二十四小时内补办。咨询：0600-5550243。'),
    ]),
    blankForm('不动产登记申请书', [
      pairs(['卖方（义务人）', '', '证件号码', ''], ['买方（权利人）', '', '证件号码', '']),
      fields('不动产坐落', '不动产权证书号', '成交价（元）', '共有情况（单独所有、共同共有、按份共有）'),
      heading('询问事项（打勾）'),
      paragraph('□ 申请登记是双方真实的意思　□ 没有查封、居住权争议　□ 有抵押，已约定带押过户'),
      right('卖方（签字）：　　　　　　　　'),
      right('买方（签字）：　　　　　　　　'),
      right('年　　月　　日　　'),
      note('带身份证到窗口，也可以由工作人员打印后当场签字。咨询：0600-5550188。'),
    ]),
    blankForm('既有住宅加装电梯业主表决书', [
      fields('小区、楼栋、单元', '加装方案名称'),
      columns(
        [1200, 2000, 2000, 1800, 2000],
        ['房号', '业主', '专有面积（平方米）', '同意／不同意', '签字'],
        8,
      ),
      paragraph('参与表决户数：　　　　同意户数：　　　　同意面积占比：　　　　'),
      right('业主代表（签字）：　　　　　　　　'),
      right('年　　月　　日　　'),
      note('表决比例见实施细则第二项。公示不少于十日。咨询：0600-5550196。'),
    ]),
    blankForm('申请结婚登记声明书', [
      pairs(['男方', '', '女方', ''], ['出生日期', '', '出生日期', ''], ['证件号码', '', '证件号码', '']),
      paragraph('本人与对方均无配偶，没有直系血亲和三代以内旁系血亲关系，现自愿申请结为夫妻，上述情况属实。'),
      right('男方（当面签字）：　　　　　　　　'),
      right('女方（当面签字）：　　　　　　　　'),
      right('年　　月　　日　　'),
      note('声明书须当着婚姻登记员的面签字，这里的空表供先看一看。不收费。'),
    ]),
  ];
}
