// Every field, cell and choice of the editor has words in both languages.
import { describe, expect, it } from 'vitest';
import { en } from '#admin-page/i18n/en.ts';
import { zhCN } from '#admin-page/i18n/zh-CN.ts';
import { deadlineOf, detailFields, detailLabel, emptyDetails } from '#admin-page/state/detail-fields.ts';
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import { writtenKinds } from '#shared/catalogue/record.ts';

function keysOf(kind: (typeof writtenKinds)[number]): string[] {
  return detailFields[kind].flatMap((field) => {
    const inner =
      field.type === 'rows'
        ? [
            ...field.cells,
            ...(field.fileCells ?? []),
            ...(field.flag ? [field.flag] : []),
            ...(field.hasHint ? ['hint'] : []),
          ]
        : [];
    const options = field.type === 'choice' || field.type === 'choices' ? field.options : [];
    return [field.key, ...[...inner, ...options].map((part) => `${field.key}.${part}`)];
  });
}

describe('detail fields', () => {
  it.each(writtenKinds)('of a %s › have words in Chinese and English', (kind) => {
    for (const key of keysOf(kind)) {
      expect(zhCN, key).toHaveProperty([detailLabel(kind, key)]);
      expect(en, key).toHaveProperty([detailLabel(kind, key)]);
    }
  });

  it.each(writtenKinds)('of a new %s › are what the hub accepts', (kind) => {
    expect(parseDetails(kind, emptyDetails(kind)).ok).toBe(true);
  });

  it('read a deadline from its words › and keep the words', () => {
    expect(deadlineOf('信息形成或者变更之日起20个工作日内')).toMatchObject({
      type: 'working-days',
      days: 20,
    });
    expect(deadlineOf('  ')).toBeNull();
  });
});

describe('message catalogues › when compared', () => {
  it('hold the same keys and the same placeholders', () => {
    const placeholders = (text: string) =>
      [...text.matchAll(/\{(\w+)(?:\|[^{}]*)?\}/g)].map(([, name]) => name).sort();
    expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort());
    for (const key of Object.keys(zhCN) as (keyof typeof zhCN)[]) {
      expect(placeholders(en[key]), key).toEqual(placeholders(zhCN[key]));
    }
  });
});
