// The demonstration's Word files: forms to fill in, filled-in examples, a table of posts, a document with headings.
import { bodyHtml, findDemoRecord } from './demo-records.ts';
import type { DocxBlock, DocxPaper } from './docx-writer.ts';

const paragraph = (text: string): DocxBlock => ({ type: 'paragraph', text });
const note = (text: string): DocxBlock => ({ type: 'note', text });
const right = (text: string): DocxBlock => ({ type: 'right', text });
const heading = (text: string): DocxBlock => ({ type: 'heading', text });
const title = (text: string): DocxBlock => ({ type: 'title', text });

const familyHead = ['姓名', '与申请人关系', '年龄', '身体状况', '就业情况', '月收入（元）'];
const familyWidths = [1500, 1600, 1000, 1700, 1700, 1500];

function assistanceForm(isExample: boolean): DocxPaper {
  const fill = (text: string) => (isExample ? text : '');
  const family = isExample
    ? [
        ['李望归（样例）', '本人', '71', '行动不便', '无', '0'],
        ['周晴川（样例）', '配偶', '68', '高血压', '零工', '600'],
        ['李知远（样例）', '孙子', '12', '健康', '在校', '0'],
      ]
    : Array.from({ length: 5 }, () => familyHead.map(() => ''));
  const name = '最低生活保障申请及家庭经济状况核对授权书';
  return {
    name: isExample ? `${name}（填写样例）.docx` : `${name}（空表）.docx`,
    title: name,
    blocks: [
      title(name),
      ...(isExample ? [note('本表为填写样例，人物和数据均为虚构；证件号码一栏请按本人证件填写。')] : []),
      {
        type: 'table',
        widths: [1700, 2800, 1700, 2800],
        rows: [
          ['申请人', fill('李望归（样例）'), '联系电话', fill('0600-5550998')],
          ['证件号码', fill('（样例从略）'), '户籍所在社区（村）', fill('渚口街道码头社区')],
          ['实际居住地址', fill('渚口街道渡船路（样例地址）')],
          ['申请类别', fill('☑ 家庭申请　□ 单人户申请') || '□ 家庭申请　□ 单人户申请'],
          ['委托代办人', fill('无'), '与申请人关系', ''],
        ],
      },
      heading('一、共同生活的家庭成员'),
      { type: 'table', widths: familyWidths, hasHeader: true, rows: [familyHead, ...family] },
      heading('二、家庭财产'),
      {
        type: 'table',
        widths: [2600, 6400],
        rows: [
          ['住房', fill('自有住房1套，58平方米，1992年建') || '自有　　套，面积　　　平方米；租住 □'],
          ['存款、有价证券', fill('约6,000元')],
          ['机动车辆', fill('无') || '无 □　有 □（用途：　　　　　　　）'],
          ['承包地、经营情况', fill('无')],
        ],
      },
      heading('三、困难情况说明'),
      paragraph(
        fill(
          '我年老行动不便，老伴打零工收入不固定，孙子父母因故无力抚养，随我们生活上学。去年住院自费花去一万一千多元，现有积蓄不多，申请最低生活保障。',
        ) || '（写清家庭为什么困难、主要支出是什么，可请工作人员代写）',
      ),
      heading('四、声明与授权'),
      paragraph('本人声明以上内容真实、完整，家庭情况变化时将在三十日内主动告知。'),
      paragraph(
        '本人及共同生活的家庭成员授权明渚区居民家庭经济状况核对机构，向有关部门和金融机构查询户籍、收入、住房、车辆、存款、社会保险等信息，仅用于社会救助核对，授权期限自签字之日起至救助终止之日止。',
      ),
      right(`申请人（签字或按指印）：${fill('李望归')}　　　　　`),
      right(`${isExample ? '2026年9月3日' : '年　　月　　日'}　　`),
      note('受理回执由窗口当场出具。咨询：0600-5550153。本表不收费，可在查阅中心免费打印。'),
    ],
  };
}

const arbitration: DocxPaper = {
  name: '劳动人事争议仲裁申请书（样表）.docx',
  title: '劳动人事争议仲裁申请书',
  blocks: [
    title('劳动人事争议仲裁申请书'),
    {
      type: 'table',
      widths: [1900, 2600, 1900, 2600],
      rows: [
        ['申请人', '', '性别、出生年月', ''],
        ['证件号码', '', '联系电话', ''],
        ['住址或送达地址', ''],
        ['被申请人（单位全称）', ''],
        ['法定代表人或负责人', '', '联系电话', ''],
        ['单位地址', ''],
      ],
    },
    heading('仲裁请求'),
    paragraph('1.（例：请求裁决被申请人支付2026年6月至8月拖欠的工资　　　元）'),
    paragraph('2.（例：请求裁决被申请人支付未订立书面劳动合同的二倍工资差额　　　元）'),
    heading('事实和理由'),
    paragraph('（什么时候入职、做什么工作、工资怎样约定、怎样发放、争议怎样发生，按时间先后写清楚。）'),
    heading('证据清单'),
    {
      type: 'table',
      widths: [900, 3900, 1500, 2700],
      hasHeader: true,
      rows: [
        ['序号', '证据名称', '份数', '证明什么'],
        ['1', '工资转账记录', '', '劳动关系和工资数额'],
        ['2', '工作群聊天记录截图', '', '工作安排'],
        ['3', '', '', ''],
        ['4', '', '', ''],
      ],
    },
    paragraph('此致'),
    paragraph('明渚区劳动人事争议仲裁委员会'),
    right('申请人（签字）：　　　　　　　　'),
    right('年　　月　　日　　'),
    note('说明：按被申请人人数提交副本。申请不收费。地址：惠民路35号人社服务楼3层，电话 0600-5550178。'),
  ],
};

const mandate: DocxPaper = {
  name: '授权委托书（样本）.docx',
  title: '授权委托书',
  blocks: [
    title('授权委托书'),
    {
      type: 'table',
      widths: [1700, 2800, 1700, 2800],
      rows: [
        ['委托人', '', '证件号码', ''],
        ['受托人', '', '证件号码', ''],
        ['双方关系', '', '受托人电话', ''],
        ['委托办理的事项', ''],
      ],
    },
    paragraph('委托人因　　　　　　　　　　　　　，不能亲自到场，委托上述受托人代为办理，权限如下（打勾）：'),
    paragraph('□ 代为提交、补正、领取材料　　□ 代为签收文书　　□ 代为查询进度　　□ 其他：　　　　　　　'),
    paragraph('委托期限自　　年　　月　　日起至事项办结之日止。受托人无权转委托。'),
    right('委托人（签字或按指印）：　　　　　　　　'),
    right('受托人（签字）：　　　　　　　　'),
    right('年　　月　　日　　'),
  ],
};

const posts: DocxPaper = {
  name: '明渚区2026年事业单位公开招聘岗位表.docx',
  title: '明渚区2026年事业单位公开招聘岗位表',
  blocks: [
    title('明渚区2026年事业单位公开招聘岗位表'),
    note(
      '共64个岗位86人，本表列出其中人数较多的14个岗位，全表随公告发布。专业名称参照国家公布的学科专业目录。',
    ),
    {
      type: 'table',
      widths: [650, 2250, 1600, 600, 1800, 2100],
      hasHeader: true,
      rows: [
        ['序号', '单位', '岗位', '人数', '学历学位', '专业和其他条件'],
        ['1', '渚口小学', '语文教师', '4', '本科及以上', '小学教育、汉语言文学；教师资格证'],
        ['2', '鹤汀小学', '数学教师', '3', '本科及以上', '数学类；教师资格证'],
        ['3', '望渚实验小学', '全科教师', '5', '本科及以上', '专业不限；教师资格证'],
        ['4', '区特殊教育学校', '康复教师', '2', '本科及以上', '特殊教育、康复治疗学'],
        ['5', '石笕镇中心学校', '英语教师', '3', '大专及以上', '英语类；服务期五年'],
        ['6', '区第二医院', '急诊科医师', '3', '本科及以上', '临床医学；执业医师'],
        ['7', '区妇幼保健院', '儿科医师', '2', '本科及以上', '临床医学、儿科学'],
        ['8', '苇塘镇卫生院', '护理', '3', '大专及以上', '护理学；护士资格'],
        ['9', '区疾病预防控制中心', '检验', '2', '本科及以上', '医学检验技术'],
        ['10', '区农业技术推广中心', '植物保护', '2', '本科及以上', '植物保护、农学'],
        ['11', '区水利工程管理站', '工程管理', '3', '本科及以上', '水利水电工程'],
        ['12', '区图书馆', '读者服务', '2', '本科及以上', '图书情报与档案管理类'],
        ['13', '区图书馆', '数字资源', '1', '本科及以上', '计算机类'],
        ['14', '区政务服务中心', '综合服务', '3', '本科及以上', '专业不限；退役士兵定向1人'],
      ],
    },
    note('咨询电话 0600-5550175，监督电话 0600-5550179。本次招聘不指定教材，不举办培训班。'),
  ],
};

/** A record's HTML as Word blocks: headings, paragraphs and list items; tables are not among them. */
function blocksOf(html: string): DocxBlock[] {
  const blocks: DocxBlock[] = [];
  for (const [, tag, inner = ''] of html.matchAll(/<(h2|h3|p|li)>(.*?)<\/\1>/gs)) {
    const text = inner.replaceAll(/<[^>]+>/g, '');
    if (tag === 'h2') blocks.push(heading(text));
    else if (tag === 'h3') blocks.push({ type: 'subheading', text });
    else blocks.push(paragraph(tag === 'li' ? `· ${text}` : text));
  }
  return blocks;
}

function hallRules(): DocxPaper {
  const record = findDemoRecord(
    '20-documents.jsonl',
    '明渚区人民政府办公室关于印发《明渚区政务公开查阅场所建设和管理规范》的通知',
  );
  return {
    name: '明渚区政务公开查阅场所建设和管理规范.docx',
    title: '明渚区政务公开查阅场所建设和管理规范',
    blocks: [
      title('明渚区政务公开查阅场所建设和管理规范'),
      note(`${record.agency}　${record.docNo ?? ''}`),
      ...blocksOf(bodyHtml(record)),
    ],
  };
}

export function wordPapers(): DocxPaper[] {
  return [assistanceForm(false), assistanceForm(true), arbitration, mandate, posts, hallRules()];
}
