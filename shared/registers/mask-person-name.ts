// Hides the names of persons (张*三) and leaves those of organisations as they are.

const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰'.split(
    ' ',
  ),
);

/** Words that only organisations have in their names. */
const organisationWord =
  /公司|集团|有限|股份|企业|个体|工商户|合作社|经营部|商行|商店|商场|商贸|超市|便利店|餐厅|饭店|酒店|宾馆|旅馆|工厂|加工厂|厂$|工作室|事务所|研究[所院]|医院|诊所|卫生[院室站]|药[店房]|学校|学院|大学|中学|小学|幼儿园|培训|银行|信用社|协会|学会|商会|基金会|联合会|委员会|居委会|村委会|管委会|政府|人民法院|检察院|公安|派出所|街道|办事处|中心|管理[局处所站]|服务[部站社队]|[局厅署]$|总队|支队|大队|俱乐部|农场|林场|牧场|渔场|养殖场|市场$|门市部|营业部|分[店厂部]|专业户|家政|物业|物流|运输|建筑|装饰|贸易|科技|餐饮|美容|理发店|美发|棋牌|网吧|影院|书店|花店|报社|出版社|电视台|博物馆|图书馆|档案馆|文化馆|纪念馆|敬老院|养老院|福利院|加油站|修理[部厂]|洗车|快餐|小吃|烧烤|火锅|面馆|茶[馆楼庄]|酒[吧庄业]|KTV|Co\.|Ltd|Inc\.?\b|Corp|LLC|GmbH/iu;
/** In a name of five or more characters, what it ends in tells an organisation. */
const organisationEnd = /[店厂所院馆站社部校行会场园坊铺庄吧屋阁轩斋楼队室处办组网]$/u;
const han = /^[\u3400-\u9fff\u{20000}-\u{3ffff}]+$/u;

/** In two or three characters only these are organisations: 李学会 and 王建筑 are people. */
const shortOrganisation =
  /(?:公司|集团|政府|医院|学校|银行|超市|商店|书店|药店|饭店|酒店|工厂|派出所|居委会|村委会|法院|检察院)$/u;
/** Words that say who is named behind a colon, or what a name is followed by in brackets. */
const label =
  /^(?:法定代表人|法人代表|法人|负责人|经营者|投资人|合伙人|当事人|申请人|联系人|姓名|代表人|男|女|已?注销|已?吊销|已故|个人|自然人|个体|经营部)$/u;

/** Whether a name is that of an organisation. */
export function isOrganisationName(name: string): boolean {
  const bare = name.replace(/[（(][^（()）]*[)）]/gu, '').trim();
  const length = [...bare].length;
  if (length <= 3 && han.test(bare)) return shortOrganisation.test(bare);
  if (organisationWord.test(bare)) return true;
  return han.test(bare) && length >= 5 && organisationEnd.test(bare);
}

/** Every person named in a text masked; names are parted by 、，；/ or line breaks, remarks stand in brackets. */
export function maskPersonNames(text: string): string {
  return text.replace(/[^、，,；;/\n]+/gu, (part) =>
    isOrganisationName(part) ? maskLabelled(part) : part.replace(/[^（()）:：]+/gu, maskUnlessKnown),
  );
}

/** 听松店（经营者：张三）: an organisation keeps its name, who runs it does not. */
function maskLabelled(part: string): string {
  return part.replace(/(?<=[:：])[^（()）:：]+/gu, maskUnlessKnown);
}

function maskUnlessKnown(name: string): string {
  return isOrganisationName(name) || label.test(name.trim()) ? name : maskOne(name);
}

function maskOne(name: string): string {
  if (/[A-Za-z]/u.test(name) && !/[\u3400-\u9fff]/u.test(name))
    return name.replace(/\p{L}[\p{L}\p{N}.'’-]*/gu, maskLatin);
  const characters = [...name];
  const letters = characters.filter(isWordPart).length;
  let seen = 0;
  return characters
    .map((character) => {
      if (!isWordPart(character)) return character;
      seen += 1;
      return isKept(seen, letters, name) ? character : '*';
    })
    .join('');
}

function isWordPart(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** The surname stays, and the last character of a name long enough to be hidden without it. */
function isKept(place: number, letters: number, name: string): boolean {
  if (letters === 1) return false;
  const surname = letters >= 3 && compoundSurnames.has(name.slice(0, 2)) ? 2 : 1;
  if (place <= surname) return true;
  const hasHiddenBetween = letters - surname >= 2;
  return hasHiddenBetween && place === letters;
}

function maskLatin(word: string): string {
  return word.slice(0, 1) + '*'.repeat(Math.max(1, word.length - 1));
}
