// What reviewers see of two versions: every field that changed, and the text passage by passage.
import { describe, expect, it } from 'vitest';
import { versionChanges } from '#admin-page/state/version-changes.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { documentInput } from '#tests/support/temp-desk.ts';

const base = documentInput('a-1', { title: '原题', docNo: null });
const compare = (
  before: Partial<RecordInput>,
  after: Partial<RecordInput>,
  texts: readonly [string, string] = ['一\n二', '一\n二'],
) =>
  versionChanges(
    { content: { ...base, ...before }, text: texts[0] },
    { content: { ...base, ...after }, text: texts[1] },
    (field, content) => String(content[field] ?? ''),
  );

describe('versionChanges › when two versions are compared', () => {
  it('that are alike › nothing is listed', () => {
    expect(compare({}, {})).toEqual({
      fields: [],
      passages: [],
      counts: { added: 0, removed: 0, changed: 0 },
    });
  });

  it('in their fields › each that changed shows what went and what came', () => {
    const { fields, passages } = compare(
      { docNo: '甲〔2025〕1号' },
      { docNo: '甲〔2026〕1号', summary: '新' },
    );
    expect(fields.map(({ field }) => field)).toEqual(['docNo', 'summary']);
    expect(fields[0]?.stretches).toContainEqual({ type: 'remove', text: '2025' });
    expect(fields[0]?.stretches).toContainEqual({ type: 'add', text: '2026' });
    expect(passages).toEqual([]);
  });

  it('in their text › passages are counted and stand in order', () => {
    const { passages, counts } = compare({}, {}, [
      '总则\n定于周一停水，请提前储水。',
      '总则\n定于周二停水，请提前储水。\n尾段',
    ]);
    expect(counts).toEqual({ added: 1, removed: 0, changed: 1 });
    expect(passages.map(({ type }) => type)).toEqual(['same', 'changed', 'added']);
  });

  it('in the details of a guide › they are part of the text', () => {
    const details = { type: 'notice', startsOn: '2026-01-01', endsOn: null, contact: null };
    const { passages } = compare(
      { kind: 'notice', details },
      { kind: 'notice', details: { ...details, endsOn: '2026-02-01' } },
    );
    expect(passages).toContainEqual({ type: 'added', text: '截止：2026-02-01' });
  });

  it('with numbers of people taken out › staff still see what went', () => {
    const { passages } = compare({}, {}, ['张三 13800138000', '张三']);
    expect(JSON.stringify(passages)).toContain('13800138000');
  });
});
