// Real laws and work reports with their full text.
import type { Draft } from './draft.ts';
import { type Keep, readObjects } from './read-rows.ts';

interface LawRow {
  readonly title: string;
  readonly date: string | null;
  readonly effective: string | null;
  readonly issuer: string | null;
  readonly docNo: string | null;
  readonly category: string;
  readonly history: readonly string[];
  readonly body: string;
}

export async function* realLaws(keep: Keep): AsyncGenerator<Draft> {
  for await (const law of readObjects<LawRow>('laws.jsonl.gz', keep)) {
    yield {
      kind: 'document',
      title: law.title,
      agencyName: law.issuer ?? '全国人民代表大会常务委员会',
      docNo: law.docNo,
      date: law.date,
      publishedOn: law.effective,
      topic: law.category.split('/')[0] ?? null,
      genre: '法律法规',
      nodeId: 'n-laws',
      summary: law.history.at(-1) ?? '',
      // A history that ends plainly in an enactment or an amendment speaks of a text in force.
      validity: /施行|公布|通过|修正|修订/.test(law.history.at(-1) ?? '') ? 'in-force' : 'unknown',
      text: law.body,
    };
  }
}

interface ReportRow {
  readonly title: string;
  readonly date: string;
  readonly issuer: string;
  readonly body: string;
}

export async function* realReports(keep: Keep): AsyncGenerator<Draft> {
  for await (const report of readObjects<ReportRow>('gov_work_reports.jsonl.gz', keep)) {
    yield {
      kind: 'document',
      title: report.title,
      agencyName: report.issuer,
      date: report.date,
      topic: '综合政务',
      genre: '报告',
      nodeId: 'n-laws',
      text: report.body,
    };
  }
}
