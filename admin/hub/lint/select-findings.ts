// Findings together with the answers that stand for them.
import type { Database } from '../store/tables.ts';

/** As `finding` and `answer`. What was called mended and is there again has no answer. */
export const selectFindings = (db: Database) =>
  db
    .selectFrom('lint_findings as finding')
    .leftJoin('lint_answers as answer', (join) =>
      join
        .onRef('answer.record_id', '=', 'finding.record_id')
        .onRef('answer.fingerprint', '=', 'finding.fingerprint')
        .on('answer.answer', '<>', 'mended'),
    );
