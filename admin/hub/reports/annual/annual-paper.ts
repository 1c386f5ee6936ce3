// An annual report as a paper to print, as the body of a page of the catalogue, and as a spreadsheet.
import type { AnnualReport } from '#shared/protocol/annual-api.ts';
import { annualWords } from '#shared/reports/annual-form.ts';
import {
  disputeGrid,
  type Grid,
  type GridCell,
  proactiveGrid,
  requestGrid,
} from '#shared/reports/annual-grid.ts';
import type { WritableSheet } from '#shared/workbook/workbook-sheet.ts';
import { html, type Markup } from '../../phone/markup.ts';

const { parts } = annualWords;

/** The six parts, as the body of a page: headings, paragraphs, tables. */
export function annualBodyHtml({ content, known }: AnnualReport): string {
  return html`<h2>${parts.overview}</h2>${paragraphs(content.overview)}
    <h2>${parts.proactive}</h2>${paragraphs(content.proactive)}${table(proactiveGrid(content, known))}
    <h2>${parts.requests}</h2>${paragraphs(content.requests)}${table(requestGrid({ content, known }))}
    <h2>${parts.disputes}</h2>${paragraphs(content.disputes)}${table(disputeGrid({ content, known }))}
    <h2>${parts.problems}</h2>${paragraphs(content.problems)}
    <h2>${parts.other}</h2>${paragraphs(content.other)}`.text;
}

/** The whole paper. */
export function annualHtml(report: AnnualReport): string {
  const draft = report.state === 'draft' && html`<p class="fault">本件为草稿，数字和文字尚未定稿。</p>`;
  return `${html`<h1>${report.title}</h1>${draft}`.text}<div class="prose">${annualBodyHtml(report)}</div>`;
}

function paragraphs(text: string): readonly Markup[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => html`<p>${line}</p>`);
}

function table({ rows }: Grid): Markup {
  return html`<table><tbody>${rows.map((cells) => html`<tr>${cells.map(cell)}</tr>`)}</tbody></table>`;
}

function cell({ value, columns = 1, rows = 1, isHead = false }: GridCell): Markup {
  if (!isHead) return html`<td class="centre" colspan="${columns}">${value}</td>`;
  const look = columns > 1 || rows > 1 ? 'centre strong' : 'centre';
  return html`<th class="${look}" colspan="${columns}" rowspan="${rows}">${value}</th>`;
}

/** One sheet for each table. */
export function annualSheets({ title, content, known }: AnnualReport): readonly WritableSheet[] {
  return [
    sheet('主动公开', `${title}——${parts.proactive.slice(2)}`, proactiveGrid(content, known)),
    sheet('申请办理', `${title}——${parts.requests.slice(2)}`, requestGrid({ content, known })),
    sheet('复议诉讼', `${title}——${parts.disputes.slice(2)}`, disputeGrid({ content, known })),
  ];
}

function sheet(name: string, title: string, { widths, rows }: Grid): WritableSheet {
  return {
    name,
    columns: widths.map((width) => ({ width: width + 2, isCentred: true })),
    title,
    remarks: [],
    heads: [],
    rows: [
      rows.map((cells) => ({
        cells: cells.map(({ value, columns = 1, rows: below = 1 }) =>
          columns === 1 && below === 1 ? value : { value, columns, rows: below },
        ),
      })),
    ],
  };
}
