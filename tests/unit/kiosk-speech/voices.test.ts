// Which voice reads: a local one, Mandarin for Chinese under any of its names, plain before its variants.
import { expect, test } from 'vitest';
import { chooseVoice, spokenLanguage } from '#kiosk/speech/voices.ts';

const voice = (name: string, lang: string, localService = true) => ({ name, lang, localService });

test('voice › when Debian’s engine names Mandarin cmn › its plain voice is taken, Cantonese never', () => {
  const voices = [
    voice('Chinese (Cantonese) espeak-ng', 'yue'),
    voice('Chinese (Mandarin)+Adam espeak-ng', 'cmn'),
    voice('Chinese (Mandarin) espeak-ng', 'cmn'),
  ];
  expect(chooseVoice(voices, 'zh')?.name).toBe('Chinese (Mandarin) espeak-ng');
  expect(chooseVoice(voices.slice(0, 1), 'zh')).toBeNull();
});

test('voice › when the only Chinese one needs a server › there is none', () => {
  expect(chooseVoice([voice('Cloud', 'zh-CN', false)], 'zh')).toBeNull();
});

test('voice › when there are several › the mainland’s comes before Taiwan’s, British before other English', () => {
  const voices = [voice('a', 'zh-TW'), voice('b', 'zh-CN'), voice('c', 'en-AU'), voice('d', 'en-GB')];
  expect(chooseVoice(voices, 'zh')?.name).toBe('b');
  expect(chooseVoice(voices, 'en')?.name).toBe('d');
});

test('language › of a lang attribute › is English when it says so, else Chinese', () => {
  expect(['en', 'en-GB', 'zh-CN', ''].map(spokenLanguage)).toEqual(['en', 'en', 'zh', 'zh']);
});
