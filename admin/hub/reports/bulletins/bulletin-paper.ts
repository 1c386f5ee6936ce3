// A bulletin as an official paper to print, and its scores as a spreadsheet annexed to it.
import type { Language } from '#shared/errors/app-error.ts';
import type { Bulletin, BulletinFigures, ScoredAgency } from '#shared/protocol/bulletins-api.ts';
import { measureWords } from '#shared/reports/measure-words.ts';
import { parsePeriod, periodWords } from '#shared/reports/period.ts';
import { chinaMinute } from '#shared/reports/report-table.ts';
import type { ScoreRules } from '#shared/reports/score.ts';
import type { WritableSheet } from '#shared/workbook/workbook-sheet.ts';
import { html, type Markup } from '../../phone/markup.ts';

/** Official papers are Chinese whatever the desk speaks. */
const language: Language = 'zh-CN';
const words = measureWords[language];

/** The paper's HTML. */
export function bulletinHtml({ title, text, figures, state, period }: Bulletin): string {
  const { issuer, issue, date, overview, findings, demands } = text;
  return html`
    <p class="masthead">政务公开工作通报</p>
    <p class="issue"><span>${issuer}</span><span>${issue}</span></p>
    <h1>${title}</h1>
    ${state === 'draft' && html`<p class="fault">本件为草稿，数字和文字尚未定稿。</p>`}
    <div class="prose">
      <p>各单位：</p>
      ${paragraphs(`现将${shownPeriod(period)}政务公开工作情况通报如下：`)}
      <h2>一、总体情况</h2>${paragraphs(overview)}
      <h2>二、得分情况</h2>${scoreTable(figures.agencies)}${paragraphs(rulesWords(figures.rules))}
      <h2>三、存在的问题</h2>${paragraphs(findings)}
      <h2>四、下一步工作要求</h2>${paragraphs(demands)}
    </div>
    <div class="signed"><p>${issuer}</p><p>${date}</p></div>`.text;
}

function shownPeriod(id: string): string {
  const period = parsePeriod(id);
  return period === null ? id : periodWords(period);
}

function paragraphs(text: string): Markup[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);
}

function scoreTable(agencies: readonly ScoredAgency[]): Markup {
  const heads = agencies[0]?.parts.map(({ measure }) => html`<th scope="col">${words[measure]}</th>`) ?? [];
  const rows = agencies.map(
    ({ rank, agencyName, parts, total }) =>
      html`<tr><td class="centre">${rank}</td><th scope="row">${agencyName}</th>${parts.map(
        ({ count, points }) =>
          html`<td class="centre">${count === 0 ? '0' : `${count}（${signed(points)}）`}</td>`,
      )}<td class="centre strong">${total}</td></tr>`,
  );
  return html`<table><caption>各单位得分（括号内为加减分）</caption><colgroup><col width="7%"><col width="24%">${heads.map(() => html`<col>`)}<col width="8%"></colgroup><thead><tr><th scope="col">名次</th><th scope="col">单位</th>${heads}<th scope="col">总分</th></tr></thead><tbody>${rows}</tbody></table>`;
}

const signed = (points: number) => (points > 0 ? `+${points}` : String(points));

/** 计分办法 in one sentence. */
function rulesWords({ base, rules }: ScoreRules): string {
  const parts = rules.map(
    ({ measure, points, most }) =>
      `${words[measure]}每项${signed(points)}分${most === null ? '' : `（最多${most}分）`}`,
  );
  return `计分办法：基础分${base}分，${parts.join('，')}。`;
}

/** 附件: the scores, and every fact behind them. */
export function bulletinSheets({
  title,
  period,
  figures,
}: Bulletin & { readonly figures: BulletinFigures }): readonly WritableSheet[] {
  const names = new Map(figures.agencies.map(({ agencyId, agencyName }) => [agencyId, agencyName]));
  const remark = `期间：${shownPeriod(period)}　　${rulesWords(figures.rules)}　　统计时间：${chinaMinute(figures.madeAt)}`;
  const measures = figures.rules.rules.map(({ measure }) => measure);
  const spans = measures.map((measure) => ({ value: words[measure], columns: 2 }));
  const scores: WritableSheet = {
    name: '得分',
    columns: [
      { width: 8 },
      { width: 24 },
      ...measures.flatMap(() => [{ width: 8 }, { width: 8 }]),
      { width: 10 },
    ],
    title,
    remarks: [remark],
    heads: [
      {
        cells: [{ value: '名次', rows: 2 }, { value: '单位', rows: 2 }, ...spans, { value: '总分', rows: 2 }],
      },
      { cells: measures.flatMap(() => ['件数', '得分']) },
    ],
    rows: [
      figures.agencies.map(({ rank, agencyName, parts, total }) => ({
        cells: [rank, agencyName, ...parts.flatMap(({ count, points }) => [count, points]), total],
      })),
    ],
  };
  const facts: WritableSheet = {
    name: '明细',
    columns: [{ width: 24 }, { width: 14 }, { width: 60 }, { width: 18 }, { width: 30 }],
    title: '计分明细',
    remarks: [remark],
    heads: [{ cells: ['单位', '计分项', '内容', '时间', '说明'] }],
    rows: [
      figures.facts.map(({ agencyId, measure, title: what, at, note }) => ({
        cells: [names.get(agencyId) ?? '', words[measure], what, at === null ? null : { date: at }, note],
      })),
    ],
  };
  return [scores, facts];
}
