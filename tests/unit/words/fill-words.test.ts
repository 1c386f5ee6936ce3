// Values in their places, and the singular where a language has one.
import { expect, test } from 'vitest';
import { fillWords } from '#shared/words/fill-words.ts';

test('message › when a place has no value › it stays as it is', () => {
  expect(fillWords('{a} of {b}', { a: 1 })).toBe('1 of {b}');
  expect(fillWords('{a|day|days}', {})).toBe('{a|day|days}');
});

test('message › when a value holds what looks like a place › it is not filled again', () => {
  expect(fillWords('“{title}”', { title: '{secret}', secret: 'x' })).toBe('“{secret}”');
});

test('message › when a value is one › the first words follow it, otherwise the second', () => {
  const said = [0, 1, '1', 2, '1,001', '10+'].map((days) => fillWords('In {days|day|days}.', { days }));
  expect(said).toEqual([
    'In 0 days.',
    'In 1 day.',
    'In 1 day.',
    'In 2 days.',
    'In 1,001 days.',
    'In 10+ days.',
  ]);
});
