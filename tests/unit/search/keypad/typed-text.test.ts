// What stands in the search field while keys are pressed.
import { describe, expect, it } from 'vitest';
import { splitTyped, withDigit, withLetter, withPicked } from '#shared/search/keypad/typed-text.ts';

describe('typed text › when keys are pressed one after the other', () => {
  it('it keeps letters apart from the word before and together with letters before', () => {
    expect(withLetter('', 'm')).toBe('m');
    expect(withLetter('m', 'y')).toBe('my');
    expect(withLetter('中华人民共和国', 'm')).toBe('中华人民共和国 m');
  });

  it('it puts a picked word in the place of its letters only', () => {
    expect(withPicked('mybj', '母婴保健')).toBe('母婴保健');
    expect(withPicked('中华人民共和国 my', '母婴')).toBe('中华人民共和国 母婴');
    expect(withPicked('民政', '登记')).toBe('民政 登记');
  });

  it('it sets a number apart from a word but not from a bracket, a number or 第', () => {
    expect(withDigit('条例', '2')).toBe('条例 2');
    expect(withDigit('国发〔', '2')).toBe('国发〔2');
    expect(withDigit('第', '3')).toBe('第3');
    expect(withDigit('202', '4')).toBe('2024');
  });

  it('it tells the letters being typed from what is settled', () => {
    expect(splitTyped('中华人民共和国 my')).toEqual({ before: '中华人民共和国', letters: 'my' });
    expect(splitTyped('MY')).toEqual({ before: '', letters: 'my' });
    expect(splitTyped('民政')).toEqual({ before: '民政', letters: '' });
  });
});
