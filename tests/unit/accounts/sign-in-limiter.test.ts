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
});
