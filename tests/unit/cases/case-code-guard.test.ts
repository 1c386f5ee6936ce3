// Codes cannot be guessed: a million tries against a model of the guard find nothing, and nobody else is kept waiting.
import { describe, expect, it } from 'vitest';
import { CaseCodeGuard, wrongTries } from '#hub/http/case-code-guard.ts';
import { createRateLimits } from '#hub/http/rate-limits.ts';
import {
  formatReceiptCode,
  parseReceiptCode,
  receiptCodeLength,
  receiptCodeOf,
} from '#shared/cases/receipt-code.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { crockfordSymbols } from '#shared/handoff/crockford.ts';

/** Small and quick, the same in every run. */
function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

// A refusal is made a million times over; where it was made is of no interest.
Error.stackTraceLimit = 0;
const random = randomSource(4711);
const drawCode = () =>
  Array.from({ length: receiptCodeLength }, () => crockfordSymbols[Math.floor(random() * 32)]).join('');
const drawDigits = () => String(Math.floor(random() * 10_000)).padStart(4, '0');

/** A hub of so many cases, whose clock is moved by hand. */
function model(cases: number) {
  const codes = new Map<string, string>();
  while (codes.size < cases) codes.set(drawCode(), drawDigits());
  const clock = { ms: Date.UTC(2026, 0, 5) };
  const guard = new CaseCodeGuard(() => clock.ms);
  let looked = 0;
  const attempt = async (address: string, code: string, digits: string) => {
    try {
      return await guard.open(address, { code, lastFour: digits }, async () => {
        looked += 1;
        if (codes.get(code) !== digits) throw new AppError('cases.not-found');
        return 'open' as const;
      });
    } catch (thrown) {
      return (thrown as AppError).code;
    }
  };
  return { codes, clock, attempt, looked: () => looked };
}

describe('guessing codes › when a million are tried within a day', () => {
  it('from many addresses › nothing is found, few are looked at, and visitors with right codes are served', async () => {
    const hub = model(100_000);
    const visitors = [...hub.codes].slice(0, 300);
    const dayMs = 24 * 3_600_000;
    const tries = 1_000_000;
    const between = Math.floor(tries / visitors.length);
    const addresses = 2000;
    let found = 0;
    for (let index = 0; index < tries; index += 1) {
      hub.clock.ms += dayMs / tries;
      const answer = await hub.attempt(`198.51.${index % addresses}`, drawCode(), drawDigits());
      if (answer === 'open') found += 1;
      const visitor = index % between === 0 ? visitors[index / between] : undefined;
      if (visitor === undefined) continue;
      expect(await hub.attempt(`203.0.113.${index % 251}`, ...visitor)).toBe('open');
    }
    expect(found).toBe(0);
    // What all addresses may try at once and in a day, and what each may while all together are at their end.
    const { together, strict } = wrongTries;
    const each = strict.burst + strict.perSecond * 86_400;
    expect(hub.looked() - visitors.length).toBeLessThan(
      together.burst + 86_400 * together.perSecond + addresses * each,
    );
    // Without any guard a million tries would find 100,000 × 10⁶ / (2⁶⁰ × 10⁴), some 9 in 10¹² of a case.
    const expected = (hub.codes.size * tries) / (2 ** (5 * receiptCodeLength) * 10_000);
    expect(expected).toBeLessThan(1e-11);
  });

  it('the digits of one code somebody found › a year of trying gives a few hundred tries of ten thousand', async () => {
    const hub = model(1);
    const [[code]] = [...hub.codes] as [[string, string]];
    const right = hub.codes.get(code);
    let looked = 0;
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      hub.clock.ms += 3_600_000;
      const digits = String(hour).padStart(4, '0') === right ? '0000' : String(hour).padStart(4, '0');
      const before = hub.looked();
      await hub.attempt(`10.0.${hour}`, code, digits);
      looked += hub.looked() - before;
    }
    expect(looked).toBeLessThan(400);
  });
});

describe('the guard › when a code bears wrong tries', () => {
  it('that exists or not › it answers alike, try by try', async () => {
    const hub = model(1);
    const [[code]] = [...hub.codes] as [[string, string]];
    const absent = drawCode();
    const answers = async (typed: string) => {
      const list = [];
      for (let index = 0; index < 12; index += 1)
        list.push(await hub.attempt(`10.${typed}.${index}`, typed, 'none'));
      return list;
    };
    const known = await answers(code);
    expect(known).toEqual(await answers(absent));
    expect(known.slice(0, 5)).toEqual(Array(5).fill('cases.not-found'));
    expect(known.slice(5)).toEqual(Array(7).fill('cases.try-later'));
    hub.clock.ms += 15 * 60_000;
    expect(await hub.attempt('10.9', code, hub.codes.get(code) ?? '')).toBe('open');
  });

  it('many at once › no more are looked at than one by one', async () => {
    const hub = model(1);
    const [[code]] = [...hub.codes] as [[string, string]];
    await Promise.all(Array.from({ length: 50 }, (_, index) => hub.attempt(`10.${index}`, code, 'none')));
    expect(hub.looked()).toBe(5);
  });

  it('one person mistypes again and again › others behind the same address are served as before', async () => {
    const hub = model(200);
    const visitors = [...hub.codes];
    for (let index = 0; index < 100; index += 1) await hub.attempt('hall', drawCode(), '4711');
    expect(hub.looked()).toBe(wrongTries.person.burst);
    expect(await hub.attempt('hall', drawCode(), '4711')).toBe('cases.try-later');
    for (const visitor of visitors.filter(([, digits]) => digits !== '4711'))
      expect(await hub.attempt('hall', ...visitor)).toBe('open');
    hub.clock.ms += 300_000;
    expect(await hub.attempt('hall', drawCode(), '4711')).toBe('cases.not-found');
  });

  it('a hundred people behind one address each mistype once › the next is served, right or wrong', async () => {
    const hub = model(1);
    const [right] = [...hub.codes] as [[string, string]];
    for (let index = 0; index < 100; index += 1)
      expect(await hub.attempt('carrier', drawCode(), String(1000 + index))).toBe('cases.not-found');
    expect(await hub.attempt('carrier', ...right)).toBe('open');
  });

  it('one address spends its budget › it waits longer the more it tried, and others are not touched', async () => {
    const hub = model(1);
    const [right] = [...hub.codes] as [[string, string]];
    const flood = () => hub.attempt('flood', drawCode(), drawDigits());
    for (let index = 0; index < 1000; index += 1) await flood();
    expect(hub.looked()).toBe(wrongTries.address.burst);
    expect(await hub.attempt('flood', ...right)).toBe('cases.try-later');
    for (let index = 0; index < 50; index += 1) expect(await hub.attempt('visitor', ...right)).toBe('open');
    hub.clock.ms += 1000 / wrongTries.address.perSecond;
    expect(await hub.attempt('flood', ...right)).toBe('open');
    // A day and a night of trying as fast as it is let.
    for (let second = 0; second < 86_400; second += 10) {
      hub.clock.ms += 10_000;
      await flood();
    }
    const { burst, perSecond } = wrongTries.addressDay;
    expect(hub.looked()).toBeLessThanOrEqual(burst + 86_500 * perSecond + 60);
    hub.clock.ms += 1000 / perSecond;
    expect(await hub.attempt('flood', ...right)).toBe('open');
  });

  it('a year of trying › finds a case with a probability nobody need think of', () => {
    const { addressDay, person } = wrongTries;
    const ofYear = addressDay.burst + addressDay.perSecond * 86_400 * 365;
    expect(ofYear).toBeLessThan(3e5);
    const perTry = 100_000 / 2 ** (5 * receiptCodeLength);
    expect(ofYear * perTry).toBeLessThan(3e-8);
    expect((ofYear * perTry) / 10_000).toBeLessThan(3e-12);
    expect(1000 * ofYear * perTry).toBeLessThan(3e-5);
    expect(person.burst).toBeLessThan(wrongTries.address.burst);
  });
});

describe('a flood from one address › when it sends submissions, uploads and questions without end', () => {
  it('it is slowed, and every other address is served as before', () => {
    let ms = 0;
    const limits = createRateLimits(() => ms);
    const limiters = [limits.caseSubmit, limits.casePiece, limits.caseUploadMb, limits.caseLookUp];
    for (const limiter of limiters) {
      let taken = 0;
      for (let index = 0; index < 20_000; index += 1) {
        ms += 1;
        try {
          limiter.take('flood');
          taken += 1;
        } catch {
          // Told to wait.
        }
      }
      expect(taken).toBeLessThan(1300);
      for (let visitor = 0; visitor < 300; visitor += 1) {
        for (let index = 0; index < 10; index += 1) limiter.take(`visitor ${visitor}`);
      }
    }
  });
});

describe('a receipt code › when it is typed', () => {
  it('however people write it › it is the same', () => {
    const code = receiptCodeOf(Buffer.from('a1b2c3d4e5f60718', 'hex'));
    expect(code).toHaveLength(receiptCodeLength);
    const written = formatReceiptCode(code);
    for (const typed of [
      code,
      written,
      written.toLowerCase(),
      ` ${written.replaceAll('-', ' ')} `,
      written.replaceAll('-', '—'),
    ]) {
      expect(parseReceiptCode(typed)).toBe(code);
    }
    expect(parseReceiptCode('OIL0-oil0-OIL0')).toBe('011001100110');
    for (const typed of ['', 'K7M2-Q9X4', `${code}0`, 'UUUU-UUUU-UUUU', 'x'.repeat(100)]) {
      expect(parseReceiptCode(typed)).toBeNull();
    }
  });
});
