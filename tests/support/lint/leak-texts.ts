// What people leave in papers by mistake, in their own words: the corpus the linter is measured with.
import type { RuleId } from '#shared/lint/rule-table.ts';
import type { RandomPeople } from './random-people.ts';

/** A leak written out as text: one or several lines, or the rows of a table. */
export interface TextLeak {
  readonly rule: RuleId;
  readonly lines?: readonly string[];
  readonly table?: readonly (readonly string[])[];
  /** Belongs to the first lines of a document, or to its title. */
  readonly at?: 'top' | 'title' | 'end';
}

const wide = (text: string) =>
  text.replace(/[0-9A-Za-z]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const grouped = (text: string, sizes: readonly number[], gap: string) => {
  let at = 0;
  const parts = sizes.map((size) => {
    at += size;
    return text.slice(at - size, at);
  });
  return [...parts, text.slice(at)].filter((part) => part !== '').join(gap);
};

type Make = (r: RandomPeople) => TextLeak;
const line =
  (rule: RuleId, make: (r: RandomPeople) => string, at?: TextLeak['at']): Make =>
  (r) => ({ rule, lines: make(r).split('\n'), ...(at === undefined ? {} : { at }) });
const table =
  (rule: RuleId, make: (r: RandomPeople) => readonly (readonly string[])[]): Make =>
  (r) => ({ rule, table: make(r) });

const idNumbers: readonly Make[] = [
  line(
    'id-number',
    (r) => `经核查，申请人${r.name()}（身份证号：${r.id()}）家庭人均收入低于本区标准，予以批准。`,
  ),
  line('id-number', (r) => `被处罚人：${r.name()}，男，汉族，公民身份号码${r.id()}，住本市。`),
  line('id-number', (r) => `兹委托 ${r.name()} ${r.id()} 前往办理相关手续。`),
  line('id-number', (r) => `${r.id()}`),
  line('id-number', (r) => `证件号码：${grouped(r.id(), [6, 8], ' ')}`),
  line('id-number', (r) => `身份证 ${grouped(r.id(), [6, 4, 4], '-')}`),
  line('id-number', (r) => `居民身份证号码为${wide(r.id())}。`),
  line('id-number', (r) => `身份证号:${grouped(r.id(), [3, 3, 4, 4], ' ')}，请尽快补交复印件`),
  line('id-number', (r) => `当事人身份证号码（${r.oldId()}）系第一代证件。`),
  line('id-number', (r) => `旧身份证：${r.oldId()}`),
  line('id-number', (r) => `缴款人识别号 ${r.id().toLowerCase()}`),
  line('id-number', (r) => `户主${r.name()}，身份证\n${r.id()}，享受人数3人。`),
  line('id-number', (r) => `监护人证件类型：居民身份证　证件号：${r.id().split('').join('\u200b')}`),
  line('id-number', (r) => `学籍号G${r.id()}的学生请于九月一日前报到`),
  line('id-number', (r) => `ID:${r.id()} Name:${r.name()}`),
  line('id-number', (r) => `材料扫描件文件名为${r.name()}_${r.id()}.jpg，已存档。`),
  table('id-number', (r) => [
    ['序号', '姓名', '身份证号', '金额'],
    ['1', r.name(), r.id(), '500'],
    ['2', r.name(), r.id(), '620'],
  ]),
  table('id-number', (r) => [
    ['拟录用人员公示'],
    ['序号', '准考证号', '证件号码', '岗位'],
    ['1', '20260101', r.id(), '文员'],
  ]),
  table('id-number', (r) => [
    ['编号', '名称', '备注'],
    ['A-01', '合作社带头人', `${r.id()}（本人）`],
  ]),
];

const mobiles: readonly Make[] = [
  line('mobile-phone', (r) => `如有异议请直接联系${r.name()}，${r.mobile()}。`),
  line('mobile-phone', (r) => `联系人：${r.name()}  手机：${r.mobile()}`),
  line('mobile-phone', (r) => `申请人联系电话${r.mobile()}`),
  line('mobile-phone', (r) => `业主 ${r.name()} ${grouped(r.mobile(), [3, 4], '-')}`),
  line('mobile-phone', (r) => `电话：+86 ${grouped(r.mobile(), [3, 4], ' ')}`),
  line('mobile-phone', (r) => `请家长添加微信（${r.mobile()}）入群`),
  line('mobile-phone', (r) => `手机号${wide(r.mobile())}已停机，请更换后再报。`),
  line('mobile-phone', (r) => `收件人${r.name()}${r.mobile()}`),
  line('mobile-phone', (r) => `Tel: ${r.mobile()} (${r.name()})`),
  line('mobile-phone', (r) => `(86)${r.mobile()}`),
  line('mobile-phone', (r) => `紧急联系人电话 ${r.mobile().split('').join(' ')}`),
  line('mobile-phone', (r) => `投诉人${r.name()}（电话${r.mobile()}）反映夜间施工噪声问题，已办结。`),
  line('mobile-phone', (r) => `${r.name()}书记 ${r.mobile()}`),
  line('mobile-phone', (r) => `联系方式：${grouped(r.mobile(), [3, 4], '\u00a0')}`),
  table('mobile-phone', (r) => [
    ['户主', '联系电话', '面积'],
    [r.name(), r.mobile(), '96.5'],
  ]),
  table('mobile-phone', (r) => [
    ['姓名', '职务', '手机'],
    [r.name(), '网格员', r.mobile()],
    [r.name(), '网格员', r.mobile()],
  ]),
  line('mobile-phone', (r) => `验证手机尾号已绑定：${r.mobile()}`),
];

const homePhones: readonly Make[] = [
  line('home-phone', (r) => `家庭电话：${r.landline()}`),
  line('home-phone', (r) => `申请人住宅电话 ${r.landline()}，晚七点后方便接听。`),
  line('home-phone', (r) => `学生家长电话：${r.landline()}`),
  line('home-phone', (r) => `监护人${r.name()}宅电${r.landline()}`),
  table('home-phone', (r) => [
    ['姓名', '家庭住址', '家庭电话'],
    [r.name(), '城关镇', r.landline()],
  ]),
];

const cards: readonly Make[] = [
  line('bank-card', (r) => `补贴发放至${r.name()}银行卡${r.card()}`),
  line('bank-card', (r) => `开户行：农业银行城关支行，卡号：${grouped(r.card(), [4, 4, 4, 4], ' ')}`),
  line('bank-card', (r) => `一卡通账号 ${r.card()}，请核对。`),
  line('bank-card', (r) => `打款账户：${r.name()} ${r.card()} 建行`),
  line('bank-card', (r) => `本人社保卡银行账号为${r.card()}`),
  line('bank-card', (r) => `个人账户${wide(r.card())}`),
  line('bank-card', (r) => `惠农补贴折（卡）号:${grouped(r.card(), [6], ' ')}`),
  line('bank-card', (r) => `转账凭证：收款人 ${r.name()}，账号 ${grouped(r.card(), [4, 4, 4, 4], '-')}`),
  table('bank-card', (r) => [
    ['户主姓名', '开户银行', '银行账号', '补贴金额'],
    [r.name(), '信用社', r.card(), '312.00'],
  ]),
  table('bank-card', (r) => [
    ['序号', '领款人', '卡号'],
    ['1', r.name(), r.card()],
  ]),
];

const papers: readonly Make[] = [
  line('passport', (r) => `持护照号E${r.digits(8)}的${r.name()}已办理登记。`),
  line('passport', (r) => `护照号码：G${r.digits(8)}`),
  line('passport', (r) => `Passport No. EA${r.digits(7)}`),
  line('passport', (r) => `港澳居民来往内地通行证 H${r.digits(8)}`),
  line('passport', (r) => `台胞证号：${r.digits(8)}`),
  table('passport', (r) => [
    ['团组成员', '职务', '护照号'],
    [r.name(), '科员', `E${r.digits(8)}`],
  ]),
  line('number-plate', (r) => `涉事车辆${r.plate()}小型轿车已移交。`),
  line('number-plate', (r) => `车主${r.name()}，号牌号码：${r.plate()}`),
  line('number-plate', (r) => `违停抓拍：${r.plate().replace(/^(..)/u, '$1·')}`),
  line('number-plate', (r) => `${r.plate().replace(/^(..)/u, '$1 ')} 停于消防通道`),
  table('number-plate', (r) => [
    ['车牌号', '违法时间', '地点'],
    [r.plate(), '2026-05-01', '环城路'],
  ]),
  line('private-email', (r) => `材料请发至 zhang_${r.digits(4)}@163.com`),
  line('private-email', (r) => `联系邮箱：${r.digits(9)}@qq.com`),
  line('private-email', (r) => `E-mail: li.na${r.digits(3)}@gmail.com`),
  line('private-email', (r) => `邮箱wang${r.digits(5)}@sina.com.cn，电话同上`),
];

const homes: readonly Make[] = [
  line('home-address', (r) => `${r.name()}，女，1956年生，住${r.home()}。`),
  line('home-address', (r) => `家庭住址：${r.home()}`),
  line('home-address', (r) => `申请人${r.name()}（户籍地址：${r.home()}）符合加装条件。`),
  line('home-address', (r) => `受益户主${r.name()}，${r.home()}，危房等级D级`),
  line('home-address', (r) => `现居住地址为${r.home()}，与配偶共同生活。`),
  line('home-address', (r) => `送达地址：${r.home()}（${r.name()}收）`),
  line('home-address', (r) => `确诊病例2，${r.name()}，家住${r.home()}。`),
  line('home-address', (r) => `${r.home()} ${r.name()}`),
  table('home-address', (r) => [
    ['姓名', '性别', '住址'],
    [r.name(), '女', r.home()],
  ]),
  table('home-address', (r) => [
    ['序号', '户主', '房屋坐落', '面积'],
    ['1', r.name(), r.home(), '88.2'],
  ]),
];

const lists: readonly Make[] = [
  table('named-list', (r) => [
    ['城乡低保对象名单'],
    ['序号', '姓名', '人数', '月保障金'],
    ['1', r.name(), '2', '1280'],
    ['2', r.name(), '1', '760'],
  ]),
  table('named-list', (r) => [
    ['患者姓名', '诊断', '住院日期'],
    [r.name(), '慢性肾功能不全', '2026-03-02'],
  ]),
  table('named-list', (r) => [
    ['申请人', '身份证', '救助类型'],
    [r.name(), '已核', '临时救助'],
  ]),
  table('named-list', (r) => [
    ['姓名', '残疾类别', '等级'],
    [r.name(), '精神', '二级'],
  ]),
  line('named-list', (r) => `患者${r.name()}，因精神分裂症于三月入院治疗。`),
  line('named-list', (r) => `低保对象：${r.name()}、${r.name()}、${r.name()}`),
  line('named-list', (r) => `特困人员${r.name()}已集中供养。`),
  line('named-list', (r) => `姓名：${r.name()}　病历号：${r.digits(6)}　诊断：乙型肝炎`),
  line('named-list', (r) => `社区矫正对象名单：${r.name()}、${r.name()}`),
];

const marks: readonly Make[] = [
  line('classification', () => '机密★3年', 'top'),
  line('classification', () => '秘密', 'top'),
  line('classification', () => '绝 密', 'top'),
  line('classification', () => '秘密★长期　　　　特急', 'top'),
  line('classification', () => '密级：机密', 'top'),
  line('classification', () => '【秘密】', 'top'),
  line('classification', () => '（机密　★　一年）', 'top'),
  line('classification', () => '密级:秘密 保密期限:5年'),
  line('classification', () => '机密级', 'top'),
  line('classification', (r) => `秘密☆${r.pick(['1年', '6个月', '10年'])}`, 'top'),
  line('internal-mark', () => '内部资料 注意保存', 'top'),
  line('internal-mark', () => '（内部文件，不得外传）', 'top'),
  line('internal-mark', () => '仅供内部使用', 'end'),
  line('internal-mark', () => '本资料仅供内部参阅，严禁外传。'),
  line('internal-mark', () => '内部资料，妥善保管', 'top'),
  line('internal-mark', () => '【内部使用】', 'top'),
  line('internal-mark', () => '此件不予公开', 'end'),
  line('internal-mark', () => '（此件不公开）', 'end'),
  line('internal-mark', () => '（会议材料，会后收回）', 'top'),
  line('internal-mark', () => '内部讨论 请勿外传', 'top'),
];

const wording: readonly Make[] = [
  line('draft-wording', () => '白马区临时救助实施细则（征求意见稿）', 'title'),
  line('draft-wording', () => '城市管理综合执法办法（送审稿）', 'title'),
  line('draft-wording', () => '关于促进民宿发展的若干措施（讨论稿）', 'title'),
  line('draft-wording', () => '供热应急预案（草案）', 'title'),
  line('draft-wording', () => '（报批稿）', 'top'),
  line('draft-wording', () => '物业管理规定（修订草案）', 'title'),
  line('draft-wording', () => '年度工作要点（初稿）', 'title'),
  line('draft-wording', () => '招商优惠政策（征求意见稿第二稿）', 'title'),
  line('draft-wording', () => '停车收费方案【会签稿】', 'title'),
  line('draft-wording', () => '信访工作考核办法 (讨论稿)', 'title'),
  line('placeholder', () => '本办法自XXXX年XX月XX日起施行。'),
  line('placeholder', () => '联系电话待定，另行通知。'),
  line('placeholder', () => '白政发〔2026〕 号', 'top'),
  line('placeholder', () => `${'TO'}DO：补充资金来源`),
  line('placeholder', () => '由××局牵头负责，请在此填写责任人。'),
  line('placeholder', () => '补助标准为每人每月＿＿元，此处补充依据。'),
  line('impossible-date', () => '申报截止日期为2026年2月30日。'),
  line('impossible-date', () => '自2025年13月1日起执行。'),
];

const addresses: readonly Make[] = [
  line('private-link', () => '附件下载：http://192.168.1.23:8080/oa/file?id=881'),
  line('private-link', () => '详见 http://oaserver/docs/view.aspx?id=3'),
  line('private-link', () => '在线填报 http://10.20.3.4/form'),
  line('local-path', () => '底稿见 C:\\Users\\zhangwei\\Desktop\\终稿\\附件1.docx'),
  line('local-path', () => '原件存放于 \\\\fileserver\\办公室\\2026\\名单.xlsx'),
];

/** All sorts, each written in several ways. */
export const leakMakers: readonly Make[] = [
  ...idNumbers,
  ...mobiles,
  ...homePhones,
  ...cards,
  ...papers,
  ...homes,
  ...lists,
  ...marks,
  ...wording,
  ...addresses,
];

/** A calm page around a leak: nothing in it is one. */
export const calmLines: readonly string[] = [
  '为进一步规范公共服务事项办理，提升群众满意度，现将有关事项通知如下。',
  '一、各单位要高度重视，明确分管负责人，依法依规做好信息公开和保密审查工作，保守国家秘密和工作秘密。',
  '二、咨询电话：0571-85012345，监督电话：12345，办公时间为工作日上午九时至下午五时。',
  '三、办理地点：人民路88号政务服务中心二楼15号窗口，乘12路公交车可到。',
  '四、本通知自印发之日起施行，有效期五年，由区政务服务局负责解释。',
  '统一社会信用代码为11330106002500000X的机关法人以及项目代码2026-330106-48-01-123456的工程适用本通知。',
];
