// The staff's number: what may be chosen, how it is kept, and how guessing is slowed.
import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPin, isPin, pinFault, pinWaitMs } from '#kiosk/state/staff-pin.ts';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const random = (bytes: Uint8Array<ArrayBuffer>) => void webcrypto.getRandomValues(bytes);

describe('a chosen number', () => {
  it.each([
    ['12345', 'digits'],
    ['1234567890123', 'digits'],
    ['12a456', 'digits'],
    ['', 'digits'],
    ['000000', 'simple'],
    ['123456', 'simple'],
    ['987654', 'simple'],
    ['270384', null],
    ['112233', null],
    ['012345678901', null],
  ] as const)('when it is “%s” › its fault is %s', (pin, fault) => {
    expect(pinFault(pin)).toBe(fault);
  });

  it('when kept › only the same number is it, and two terminals keep it differently', async () => {
    const kept = await hashPin('270384', subtle, random);
    expect(await isPin('270384', kept, subtle)).toBe(true);
    expect(await isPin('270385', kept, subtle)).toBe(false);
    expect(JSON.stringify(kept)).not.toContain('270384');
    const other = await hashPin('270384', subtle, random);
    expect(other.salt).not.toBe(kept.salt);
    expect(other.hash).not.toBe(kept.hash);
    expect(kept.iterations).toBeGreaterThanOrEqual(600_000);
  });
});

describe('guessing', () => {
  const at = 1_000_000;
  const wait = (failures: number, nowMs = at) => pinWaitMs({ failures, lastAtMs: at }, nowMs) / 1000;

  it('when it goes on › every wrong number after the third doubles the wait, up to an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 9, 10, 40].map((failures) => wait(failures))).toEqual([
      0, 0, 0, 30, 60, 120, 1920, 3600, 3600,
    ]);
    expect(pinWaitMs(undefined, at)).toBe(0);
  });

  it('when time passes › the wait ends, and a clock set back makes it no longer', () => {
    expect(wait(3, at + 10_000)).toBe(20);
    expect(wait(3, at + 30_000)).toBe(0);
    expect(wait(3, at - 9_000_000)).toBe(30);
  });
});
