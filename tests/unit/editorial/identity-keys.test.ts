// Spellings of one number, name or matter give one key; different ones never do.
import { describe, expect, it } from 'vitest';
import { identityKey, nameKey, numberKey } from '#hub/editorial/identity-keys.ts';
import type { MatterDetails } from '#shared/catalogue/details.ts';

const matter = (field: string, ...levels: string[]): MatterDetails => ({
  type: 'matter',
  field,
  levels,
  elements: '',
  basis: '',
  deadline: null,
  channels: [],
  otherChannels: [],
  audience: [],
  audienceNote: null,
  mode: [],
  tiers: [],
  responsible: null,
});

describe('numberKey', () => {
  it.each([
    '国发〔2024〕12号',
    '国发[2024]12号',
    '国发（2024）12 号',
    '国发【2024】１２号',
    '国发［2024］12号',
  ])('when given %s › it gives the same key', (text) => {
    expect(numberKey(text)).toBe(numberKey('国发(2024)12号'));
  });

  it.each(['无', '-', '——', '/', '', null])('when given %s › it numbers nothing', (text) => {
    expect(numberKey(text)).toBeNull();
  });

  it('when numbers differ › keys differ', () => {
    expect(numberKey('国发〔2024〕12号')).not.toBe(numberKey('国发〔2024〕2号'));
    expect(numberKey('主席令第三十号')).not.toBeNull();
  });
});

describe('nameKey', () => {
  it('when blanks, width, case and invisible characters differ › it gives the same key', () => {
    expect(nameKey(' 交通　运输\u200b局（A） ')).toBe(nameKey('交通运输局(a)'));
  });
});

describe('identityKey', () => {
  const base = { kind: 'matter', title: '审批信息', agencyId: 'a1', date: null } as const;

  it('when matters share the last level only › they are two', () => {
    const one = identityKey({ ...base, details: matter('社会救助', '低保', '审批信息') });
    const other = identityKey({ ...base, details: matter('社会救助', '临时救助', '审批信息') });
    expect(one).not.toBe(other);
  });

  it('when parts could be cut differently › they stay apart', () => {
    const one = identityKey({ ...base, details: matter('社会', '救助低保') });
    const other = identityKey({ ...base, details: matter('社会救助', '低保') });
    expect(one).not.toBe(other);
  });

  it('when a document is filed as a notice later › it is still the same', () => {
    const document = { ...base, kind: 'document', details: null } as const;
    const notice = {
      type: 'notice',
      level: 'ordinary',
      startsOn: null,
      endsOn: null,
      contact: null,
    } as const;
    expect(identityKey({ ...document, kind: 'notice', details: notice })).toBe(identityKey(document));
  });
});
