// The application form for disclosure, blank and filled in as an example, and the large-print leaflet on assistance.
import type { PrintJob } from './print-pdf.ts';

interface FormEntries {
  readonly name: string;
  readonly identity: string;
  readonly phone: string;
  readonly address: string;
  readonly email: string;
  readonly wanted: string;
  readonly date: string;
  /** Ticked boxes: the form wanted and the route. */
  readonly ticks: readonly string[];
}

const blank: FormEntries = {
  name: '',
  identity: '',
  phone: '',
  address: '',
  email: '',
  wanted: '',
  date: '',
  ticks: [],
};

const example: FormEntries = {
  name: '云小舟（样例）',
  identity: '居民身份证　号码（此处从略）',
  phone: '0600-5550999',
  address: '明渚区书台街道藏书路8号（样例地址）',
  email: 'yunxiaozhou@mingzhu.example',
  wanted:
    '《明渚区既有住宅加装电梯实施细则》（渚政规〔2023〕7号）实施以来，2024年、2025年各街道加装电梯的台数和拨付补助资金的金额。',
  date: '2026年11月16日',
  ticks: ['电子版', '网上或邮箱获取'],
};

function ticks(labels: readonly string[], chosen: readonly string[]): string {
  return labels
    .map((label) => `<span class="tick">${chosen.includes(label) ? '☑' : '□'} ${label}</span>`)
    .join('');
}

function applicationTable(entries: FormEntries): string {
  const hand = (text: string) => `<span class="hand">${text}</span>`;
  return `<table>
    <colgroup><col style="width:7%"><col style="width:14%"><col style="width:18%"><col style="width:21%"><col style="width:18%"><col style="width:22%"></colgroup>
    <tr><td class="label" rowspan="7">申<br>请<br>人<br>信<br>息</td><td class="label" rowspan="3">公民</td>
      <td class="label">姓名</td><td>${hand(entries.name)}</td><td class="label">联系电话</td><td>${hand(entries.phone)}</td></tr>
    <tr><td class="label">证件名称及号码</td><td colspan="3">${hand(entries.identity)}</td></tr>
    <tr><td class="label">通信地址</td><td colspan="3">${hand(entries.address)}</td></tr>
    <tr><td class="label" rowspan="3">法人或<br>其他组织</td><td class="label">名称</td><td></td><td class="label">统一社会<br>信用代码</td><td></td></tr>
    <tr><td class="label">法定代表人</td><td></td><td class="label">联系人</td><td></td></tr>
    <tr><td class="label">通信地址</td><td></td><td class="label">联系电话</td><td></td></tr>
    <tr><td class="label">邮箱</td><td colspan="2">${hand(entries.email)}</td><td class="label">申请日期</td><td>${entries.date === '' ? '　　年　月　日' : hand(entries.date)}</td></tr>
    <tr><td class="label" rowspan="3">所<br>需<br>信<br>息</td><td class="label">名称、文号<br>或特征描述</td><td class="tall" colspan="4">${hand(entries.wanted)}</td></tr>
    <tr><td class="label">提供形式</td><td colspan="4">${ticks(['纸质', '电子版', '光盘'], entries.ticks)}</td></tr>
    <tr><td class="label">获取途径</td><td colspan="4">${ticks(['邮寄', '网上或邮箱获取', '当面领取', '现场查阅、抄录'], entries.ticks)}</td></tr>
  </table>`;
}

const explanation = `<p class="small">填写说明：1. 公民和单位只填写对应的一栏，书写有困难的可口头提出，由工作人员代填。
  2. 一张表请只写一项内容，写清名称、文号或者时间、地点、事由，便于准确查找。3. 本表不需要写明用途。
  4. 受理：书台街道明德路1号区行政中心主楼1层，或区图书馆查阅中心服务台；电话 0600-5550118。
  5. 收到申请之日起20个工作日内答复；需要补正的，7个工作日内一次告知。</p>`;

function applicationForm(name: string, entries: FormEntries, heading: string): PrintJob {
  const note =
    entries === blank
      ? ''
      : '<p class="callout">填写样例，仅供参考：蓝色斜体是示范填写的内容，请按自己的情况填写。</p>';
  return {
    name,
    title: heading,
    html: `<article class="form plain"><h1>明渚区${heading}</h1>${note}${applicationTable(entries)}${explanation}</article>`,
    margins: ['16mm', '18mm', '14mm', '18mm'],
  };
}

const leaflet = `<article class="leaflet"><h1>申请低保，看这一张就够了</h1>
  <p>明渚区民政局编　2026年7月版（大字版）</p>
  <h2>谁可以申请</h2>
  <p>一家人平均每人每月收入 <span class="big">低于905元</span>，家里存款、房子、车子不超过规定，就可以申请。拿不准，先申请，工作人员帮您核对。</p>
  <h2>到哪里申请</h2>
  <p>住在哪里，就到哪个镇、街道的便民服务中心“社会救助窗口”。走不动的，打电话，我们<b>上门</b>。</p>
  <h2>带什么</h2>
  <ul><li>全家人的身份证、户口簿（看一看就还给您）</li><li>有残疾、大病的，带上证明</li><li>其他材料，部门之间自己查，不用您跑</li></ul>
  <h2>要等多久</h2>
  <ol><li>当天受理，给您一张回执</li><li>10个工作日内核对、上门看一看</li><li>在社区公示7天</li><li>5个工作日内给出结果，下个月10日前发钱</li></ol>
  <h2>请您记住</h2>
  <p>办理<b>不收一分钱</b>，不用找人、不用请客。不同意的，会写明理由，您可以要求复议。</p>
  <p class="big">咨询 0600-5550153　热线 12345</p></article>`;

/** Forms and leaflets that are not made from a record. */
export function printedForms(): PrintJob[] {
  return [
    applicationForm('政府信息公开申请表.pdf', blank, '政府信息公开申请表'),
    applicationForm('政府信息公开申请表（填写样例）.pdf', example, '政府信息公开申请表'),
    {
      name: '低保申请明白纸（大字版）.pdf',
      title: '低保申请明白纸',
      html: leaflet,
      margins: ['16mm', '18mm', '12mm', '18mm'],
    },
  ];
}
