// A speech engine in the page that says nothing aloud: it writes down what it was given and ends when a test says so.
import type { Page } from 'playwright-core';

export interface FakeSpeech {
  /** Everything spoken so far, with the voice's language. */
  readonly said: { readonly text: string; readonly lang: string; readonly rate: number }[];
  isSpeaking: boolean;
  /** Ends what is being spoken as an engine does; `error` makes it fail. */
  finish(type?: 'end' | 'error'): void;
  /** The engine comes up, or goes away: its voices change. */
  setVoices(languages: readonly string[]): void;
}

declare global {
  interface Window {
    fakeSpeech: FakeSpeech;
  }
}

/** Puts it into every page opened from now on, with one local voice for each of `languages`. */
export async function installFakeSpeech(
  page: Page,
  languages: readonly string[] = ['cmn', 'en-GB'],
): Promise<void> {
  await page.addInitScript((given) => {
    const voiceOf = (lang: string) => ({
      name: lang,
      lang,
      localService: true,
      default: false,
      voiceURI: lang,
    });
    let voices = given.map(voiceOf);
    let current: SpeechSynthesisUtterance | null = null;
    class Utterance extends EventTarget {
      text: string;
      lang = '';
      rate = 1;
      volume = 1;
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: (utterance: SpeechSynthesisUtterance) => {
        const { text, lang, rate } = utterance;
        window.fakeSpeech.said.push({ text, lang, rate });
        window.fakeSpeech.isSpeaking = true;
        current = utterance;
      },
      cancel: () => {
        window.fakeSpeech.isSpeaking = false;
        current = null;
      },
    });
    window.fakeSpeech = {
      said: [],
      isSpeaking: false,
      finish: (type = 'end') => {
        const ended = current as unknown as Utterance | null;
        current = null;
        window.fakeSpeech.isSpeaking = false;
        if (type === 'end') ended?.onend?.();
        else ended?.onerror?.();
      },
      setVoices: (next) => {
        voices = next.map(voiceOf);
        synthesis.dispatchEvent(new Event('voiceschanged'));
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  }, languages);
}
