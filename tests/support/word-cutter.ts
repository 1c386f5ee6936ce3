// Words as the platform's dictionary cuts them, for tests of what a keypad offers.
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

export const cutWords = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);
