// Has the machine's speech engine speak one piece, and notices when it falls silent without a word.
import type { Piece, Speak } from './reader.ts';
import { voiceFor } from './voices.ts';

/** An engine that needs longer than this for a piece will not come back: to begin, and for each character at rate 1. */
const patienceMs = 8_000;
const patiencePerCharacterMs = 700;

function utteranceOf({ text, language }: Piece, rate: number, volume: number): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  const voice = voiceFor(language);
  if (voice) {
    utterance.voice = voice;
    utterance.lang = voice.lang;
  }
  utterance.rate = rate;
  utterance.volume = volume;
  return utterance;
}

export const speak: Speak = (piece, { rate, volume }, done) => {
  const utterance = utteranceOf(piece, rate, volume);
  const patience = patienceMs + (piece.text.length * patiencePerCharacterMs) / rate;
  const finish = (outcome: 'spoken' | 'failed' | null) => {
    clearTimeout(timer);
    utterance.onend = null;
    utterance.onerror = null;
    if (outcome !== 'spoken') speechSynthesis.cancel();
    if (outcome) done(outcome);
  };
  const timer = setTimeout(() => finish('failed'), patience);
  utterance.onend = () => finish('spoken');
  utterance.onerror = () => finish('failed');
  speechSynthesis.speak(utterance);
  return () => finish(null);
};
