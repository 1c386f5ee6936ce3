// Names of accounts: what people can type and tell apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '#hub/editorial/identity-keys.ts';
import { isAccountName } from '#shared/accounts/account-name.ts';

describe('account name', () => {
  it.each(['lin', '林晓', 'l', 'a.b_c-d@e', '阿依古丽·买买提', '2号窗口', 'x'.repeat(60)])(
    '%j › it may be one',
    (name) => expect(isAccountName(name)).toBe(true),
  );

  it.each([
    '',
    ' ',
    'a b',
    '.lin',
    'lin.',
    'x'.repeat(61),
    'lin\u200b',
    'a\u0000b',
    '<b>',
    'lin\n',
    'a\u202eb',
    '🙂',
  ])('%j › it may not', (name) => expect(isAccountName(name)).toBe(false));

  it('when a name may be one › its folded form is never empty, so it is told apart from others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        if (isAccountName(name)) expect(nameKey(name)).not.toBe('');
      }),
    );
  });
});
