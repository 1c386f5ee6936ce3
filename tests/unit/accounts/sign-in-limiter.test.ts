// Guessing passwords gets slower for an account and for an address.
import { describe, expect, it } from 'vitest';
import { createSignInLimiter } from '#hub/accounts/sign-in-limiter.ts';

const minuteMs = 60_000;

describe('sign-in limiter', () => {
  it('when one address tries many names › the address is locked, others are not', () => {
    let now = 0;
    const limiter = createSignInLimiter(() => now);
    for (let name = 0; name < 20; name++) limiter.countTry(`name${name}`, 'bad');
    expect(limiter.waitSeconds('fresh', 'bad')).toBe(30);
    expect(limiter.waitSeconds('fresh', 'good')).toBe(0);
    now += 30_000;
    limiter.countTry('fresh', 'bad');
    expect(limiter.waitSeconds('fresh', 'bad')).toBe(60);
    now += 60 * minuteMs;
    expect(limiter.waitSeconds('fresh', 'bad')).toBe(0);
  });

  it('when tried without end › no lock lasts longer than a quarter of an hour', () => {
    const limiter = createSignInLimiter(() => 0);
    for (let guess = 0; guess < 500; guess++) limiter.countTry('admin', 'bad');
    expect(limiter.waitSeconds('admin', 'good')).toBe(15 * 60);
  });

  it('when the right password came › the account starts afresh', () => {
    const limiter = createSignInLimiter(() => 0);
    for (let guess = 0; guess < 4; guess++) limiter.countTry('admin', 'desk');
    limiter.forgive('admin', 'desk');
    limiter.countTry('admin', 'desk');
    expect(limiter.waitSeconds('admin', 'desk')).toBe(0);
  });

  it('when a whole office signs in in two steps from one address › the address is not locked by it', () => {
    const limiter = createSignInLimiter(() => 0);
    for (let person = 0; person < 50; person++) {
      limiter.countTry(`name${person}`, 'office');
      limiter.passFirstStep('office');
      limiter.countTry(`name${person}`, 'office');
      limiter.forgive(`name${person}`, 'office');
    }
    expect(limiter.waitSeconds('fresh', 'office')).toBe(0);
  });

  it('when locks are looked at and lifted › only those still on are told, and only they are lifted', () => {
    let now = 0;
    const limiter = createSignInLimiter(() => now);
    for (let name = 0; name < 20; name++) limiter.countTry(`name${name}`, 'bad');
    limiter.countTry('name0', 'good');
    expect(limiter.lockedAddresses()).toEqual([{ address: 'bad', tries: 20, lockedUntilMs: 30_000 }]);
    expect(limiter.liftAddress('good')).toBe(false);
    expect(limiter.liftAddress('bad')).toBe(true);
    expect(limiter.waitSeconds('fresh', 'bad')).toBe(0);
    for (let guess = 0; guess < 5; guess++) limiter.countTry('admin', 'x');
    expect(limiter.accountLockedUntil('admin')).toBe(30_000);
    now = 30_000;
    expect(limiter.accountLockedUntil('admin')).toBeNull();
    expect(limiter.lockedAddresses()).toEqual([]);
  });
});
