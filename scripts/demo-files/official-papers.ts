// The demonstration's printed papers made from records: red-head documents, tables, the annual report.
import { bodyHtml, type DemoRecord, escapeHtml, findDemoRecord, officialDate } from './demo-records.ts';
import type { PrintJob } from './print-pdf.ts';

const officialMargins = ['32mm', '26mm', '30mm', '28mm'] as const;

/** The name on the red head: 明渚区人民政府文件. */
function redHead(issuer: string, docNo: string): string {
  const name = `${issuer}文件`;
  const size = name.length > 11 ? ' class="long"' : '';
  return `<header class="red-head"><strong${size}>${name}</strong><span>${docNo}</span></header>`;
}

function redHeadPaper(name: string, record: DemoRecord, headline = escapeHtml(record.title)): PrintJob {
  const isNotice = record.title.endsWith('公告');
  const html = `<article class="official">${redHead(record.agency, record.docNo ?? '')}
    <h1>${headline}</h1>${bodyHtml(record)}
    <div class="signature"><p>${record.agency}</p><p>${officialDate(record.date)}</p></div>
    ${isNotice ? '' : imprint(record)}</article>`;
  return { name, title: record.title, html, hasPageNumbers: true, margins: officialMargins };
}

function imprint({ agency, date }: DemoRecord): string {
  return `<p>（此件公开发布）</p>
    <div class="imprint"><span>${agency}</span><span>${officialDate(date)}印发</span></div>`;
}

/** Cells that hold figures only are set right-aligned with tabular digits. */
function alignFigures(html: string): string {
  return html.replaceAll(/<td>(-?[\d,.%]+)<\/td>/g, '<td class="number">$1</td>');
}

function reportPaper(name: string, record: DemoRecord, under: string): PrintJob {
  const html = `<article class="report"><h1>${escapeHtml(record.title)}</h1>
    <p class="under">${under}</p>${alignFigures(bodyHtml(record))}</article>`;
  return { name, title: record.title, html, hasPageNumbers: true };
}

function annualReport(): PrintJob {
  const record = findDemoRecord('50-pages.jsonl', '明渚区人民政府2025年政府信息公开工作年度报告');
  const cover = `<section class="cover"><div><h1>明渚区人民政府<br>2025年政府信息公开<br>工作年度报告</h1>
    <div class="rule"></div></div><p>明渚区人民政府办公室编制<br>${officialDate(record.date)}</p></section>`;
  const html = `${cover}<article class="report">${alignFigures(bodyHtml(record))}</article>`;
  return {
    name: '明渚区2025年政府信息公开工作年度报告.pdf',
    title: record.title,
    html,
    hasPageNumbers: true,
  };
}

function feeBoard(): PrintJob {
  const record = findDemoRecord('20-documents.jsonl', '明渚区2025年度行政事业性收费目录清单');
  const table = /<table>.*?<\/table>/s.exec(record.body)?.[0] ?? '';
  const html = `<article class="report sans plain"><h1>行政事业性收费公示牌</h1>
    <p class="under">2025年7月版　·　依据${record.docNo}</p>${table}
    <p class="small">未列入本表的收费，您可以拒绝缴纳。缴费请索取财政监制票据。价格举报：12345、12315。
    收费疑问：区财政局非税收入管理科 0600-5550165。</p></article>`;
  return {
    name: '行政事业性收费公示牌（2025年版）.pdf',
    title: '行政事业性收费公示牌',
    html,
    isLandscape: true,
    margins: ['14mm', '16mm', '12mm', '16mm'],
  };
}

/** Everything printed from records. */
export function officialPapers(): PrintJob[] {
  const budget = findDemoRecord('20-documents.jsonl', '明渚区2026年一般公共预算收支预算表及说明');
  return [
    redHeadPaper(
      '明渚区最低生活保障审核确认实施办法（渚政规〔2024〕2号）.pdf',
      findDemoRecord('20-documents.jsonl', '明渚区最低生活保障审核确认实施办法'),
    ),
    redHeadPaper(
      '石笕镇竹溪片区征地补偿安置方案公告.pdf',
      findDemoRecord('40-notices.jsonl', '石笕镇竹溪片区集体土地征收补偿安置方案公告'),
      '石笕镇竹溪片区集体土地<br>征收补偿安置方案公告',
    ),
    reportPaper(
      '2026年一般公共预算收支预算表.pdf',
      budget,
      `明渚区财政局　${officialDate('2026-01-30')}公布　单位：万元`,
    ),
    annualReport(),
    feeBoard(),
  ];
}
