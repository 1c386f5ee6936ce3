// Words offered for looking within a text: only those that occur, each once, the nearest sources first.
import { expect, test } from 'vitest';
import { chapterTopic, chooseWords, definedTerms } from '#kiosk/components/find-words.ts';

test('defined terms › when a law says what it means by a word › that word is one', () => {
  const paragraphs = [
    '第二条　本条例所称政府信息，是指行政机关在履行行政管理职能过程中制作或者获取的信息。',
    '本法所称的个人信息是指以电子或者其他方式记录的各种信息。',
    '本条例所称的规定如下。',
  ];
  expect(definedTerms(paragraphs)).toEqual(['政府信息', '个人信息']);
});

test('words › when some do not occur or come twice › they are left out', () => {
  const counts: Readonly<Record<string, number>> = { 公开: 3, 终端: 1, 监督和保障: 1 };
  const sources = [['公开', '没有'], ['终端', '公开'], [chapterTopic('第八章 监督和保障')]];
  expect(chooseWords(sources, (word) => counts[word] ?? 0)).toEqual([
    { word: '公开', count: 3 },
    { word: '终端', count: 1 },
    { word: '监督和保障', count: 1 },
  ]);
});
