// The words a county's residents use and the names documents use for the same thing, until staff write their own list.
import type { SynonymRule } from '#shared/search/types.ts';

const lines = `
低保 → 最低生活保障
五保 → 特困人员
社保 → 社会保险
社保卡 → 社会保障卡
医保 → 医疗保险、医疗保障
新农合 → 城乡居民基本医疗保险
养老金 → 基本养老金、养老保险
失业金 → 失业保险金
公积金 → 住房公积金
户口 → 户籍
落户 → 户口迁移
身份证 → 居民身份证
残疾证 → 残疾人证
房产证 → 不动产权证、不动产登记
过户 → 不动产转移登记
宅基地 → 农村村民住宅用地
拆迁 → 房屋征收
征地 → 土地征收
公租房 → 公共租赁住房
廉租房 → 公共租赁住房
危房 → 危房改造
准生证 → 生育登记
结婚证 → 婚姻登记
执照 → 营业执照
驾照 → 机动车驾驶证
行驶证 → 机动车行驶证
幼升小 → 义务教育入学
助学金 → 学生资助
低收入 → 低收入家庭
工伤 → 工伤认定、工伤保险
招考 → 公务员考试录用、公开招聘
编外 → 劳务派遣
扫黑 → 扫黑除恶
热线 → 政务服务便民热线
`;

export const defaultSynonyms: readonly SynonymRule[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [word = '', names = ''] = line.split(' → ');
    return { word, also: names.split('、') };
  });
