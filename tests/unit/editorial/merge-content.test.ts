// A newer row laid over a stored guide: what the row is silent on stays.
import { expect, test } from 'vitest';
import { mergeContent } from '#hub/editorial/import/merge-content.ts';
import type { StoredContent } from '#hub/editorial/stored-content.ts';
import { parseDetails } from '#shared/catalogue/details-schema.ts';

function guide(materials: readonly object[]): StoredContent {
  const parsed = parseDetails('guide', { materials });
  if (!parsed.ok) throw new Error(parsed.field);
  return { kind: 'guide', title: '某事', details: parsed.details, keywords: [], attachments: [] } as never;
}

test('a guide imported again › when the list names no forms › those staff chose stay with their material', () => {
  const stored = guide([{ name: '申请书', copies: '1份', blankForm: '空表.docx', sampleForm: '样表.pdf' }]);
  const row = guide([{ name: '身份证' }, { name: '申请书', copies: '2份', sampleForm: '新样表.pdf' }]);
  expect(mergeContent(stored, row, false).details).toMatchObject({
    materials: [
      { name: '身份证', blankForm: null },
      { name: '申请书', copies: '2份', blankForm: '空表.docx', sampleForm: '新样表.pdf' },
    ],
  });
});
