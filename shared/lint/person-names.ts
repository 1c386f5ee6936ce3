// Recognising names of persons in Chinese text, carefully: only where a surname begins them and nothing else adjoins.

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧';
const compound =
  '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文|轩辕|南宫|独孤|呼延|闻人|澹台|淳于|申屠|拓跋';
const given = '[\\u4e00-\\u9fff]';

/** Two to four characters that can be a name: a surname, then a given name without a masking character. */
const namePattern = `(?:(?:${compound})${given}{1,2}|[${surnames}]${given}{1,2})`;
const wholeName = new RegExp(`^${namePattern}$`, 'u');

/** Words that begin like a name and are none, as they stand in cells and after colons. */
const noName =
  /[某×*]|^(?:高[级中度等]|马上|方[法案式便面向]|安[全排置]|成[立果都本员年]|时间|金额|单[位价独]|项目|程序|计[划算量]|项[目]|关[于系]|文[件化号]|白[天色]|管理|解[决释除]|全[部体市县区国省]|应[当急]|和[平解]|平[均方时]|元[整旦]|公[开司示告务安章共布]|国[家务有]|信[息访用件]|农[业村民]|海[关洋]|向[上下]|明[确细显]|强[化制]|权[利限责益力威属]|于[一二三四五六七八九十是今本此上下]|方可|高[血压危风峰龄]|常[规态年]|应[该诊予]|和家|由|官方|原[件因则告始]|路[线面]|车[辆位间]|房[屋产间]|包[括装]|甘肃|江[苏西]|河[南北]|吉林|云南|海南|宁[夏波]|华[东南北中]|左[侧右]|常[见务住]|易[地]|康复|温[度馨]|景[区观]|党[员委支]|连[续接]|相关|商[品务标业]|边[界境]|荣誉|支[付出持]|由[于]|查[询看]|有限|利[用息率]|来[源访]|许可|申[请报诉]|任[何务免职命]|施工|严[格重禁]|余[额]|付款|顾问|莫[名]|尚[未无]|符合|简[介单]|季度|盛[大]|路[口]|游[客]|阳[光]|司[法机]|古[代]|麦[子]|费[用]|卫生|计[生]|师[资范]|封[闭]|谈[话]|班[级]|储[备蓄]|区[域县]|花[园卉]|容[量]|普[通及]|印[章发制]|富[裕]|展[示览]|居[民住委]|干[部]|初[审步中级]|都[市]|门[诊牌]|智[能慧]|幸[福]|满[意足]|位[置于]|练[习]|丰[富]|经办|联系|电话|地址|姓名|性别|年龄|备注|合计|小计|身份|证件|户主|本人|主任|书记|局长|科长|处长|男|女|汉族|万元|毕业|平台|成人|成员|方式|高中|高校|国内|国外|华侨|康健|毛重|石油|史料|水利|唐代|田间|夏季|秋季|冬季|春季|薛家|严重|殷实|章程|祝贺|庄严)/u;
const noNameEnd =
  /(?:局|处|科|厅|院|所|站|村|镇|乡|县|市|区|省|路|街|号|室|部|会|组|队|公司|中心|学校|医院|银行|小区|花园|办|办法|条例|规定|通知|类|型|款|项|条|级|度|率|额|费|表|证|书|单|权|者|员工)$/u;

/** Whether a short text is the name of a person and nothing else. */
export function isPersonName(text: string): boolean {
  const bare = text.replace(/\s/gu, '');
  return wholeName.test(bare) && !noName.test(bare) && !noNameEnd.test(bare);
}

/** What may adjoin a name on its left and on its right when it stands for itself. */
const left =
  '(?<=^|[\\s\\t，,、；;：:（(。/]|姓名|户主|患者|申请人|当事人|业主|居民|村民|学生|考生|家长|病人|租户|同志)';
const right =
  '(?=$|[\\s\\t，,、；;（(。/)）]|男|女|同志|先生|女士|等|身份证|公民|电话|手机|住|现住|家住|户籍|系|因|于|患|出生|收|亲启|签|\\d)';
const standingName = new RegExp(`${left}${namePattern}${right}`, 'gmu');

/** Names of persons that stand for themselves in a text: in a cell, between commas, behind 姓名 and the like. */
export function personNames(
  text: string,
): { readonly name: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(standingName)]
    .filter(([name]) => isPersonName(name))
    .map((match) => ({ name: match[0], start: match.index, end: match.index + match[0].length }));
}

/** What may follow a name within a sentence. */
const goesOn = /^(?:[，,。、；;\s（(:：]|$|已|系|因|于|在|自|被|经|曾|将|的|及|与|家)/u;

/** The name that begins at a place of a text, where the words before say that one must come; null when none does. */
export function personNameAt(text: string, start: number): string | null {
  for (const length of [4, 3, 2]) {
    const name = text.slice(start, start + length);
    if (
      name.length === length &&
      isPersonName(name) &&
      goesOn.test(text.slice(start + length, start + length + 2))
    ) {
      return name;
    }
  }
  return null;
}

export const holdsPersonName = (text: string): boolean => personNames(text).length > 0;

/** A name with all but its surname hidden. */
export function maskName(name: string): string {
  const kept = name.length > 3 || new RegExp(`^(?:${compound})`, 'u').test(name) ? 2 : 1;
  return name.slice(0, kept) + '*'.repeat(Math.max(1, name.length - kept));
}
