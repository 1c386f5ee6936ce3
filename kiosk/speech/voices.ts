// The voices of this machine: only local ones, because a terminal may stand alone and what people read is nobody's business.
import { computed, signal } from '@preact/signals';

/** What is needed to know of a voice; `SpeechSynthesisVoice` has it. */
export interface Voice {
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
}

/** A tag's languages from the best to the last that will do. Mandarin is `cmn` to Debian's engine. */
const wanted = {
  zh: [/^zh[-_](CN|Hans)/i, /^cmn/i, /^zh$/i, /^zh[-_]SG/i, /^zh[-_](TW|Hant)/i],
  en: [/^en[-_]GB/i, /^en[-_]US/i, /^en/i],
} as const;

export type SpokenLanguage = keyof typeof wanted;

/** The language a `lang` attribute names, as far as there may be a voice for it. */
export function spokenLanguage(tag: string): SpokenLanguage {
  return /^en/i.test(tag) ? 'en' : 'zh';
}

/** The best local voice for a language, or null. Variants of a voice (`name+variant`) come after the voice itself. */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: SpokenLanguage): V | null {
  const local = voices.filter((voice) => voice.localService);
  for (const tag of wanted[language]) {
    const fitting = local.filter((voice) => tag.test(voice.lang));
    const plain = fitting.find((voice) => !voice.name.includes('+'));
    if (plain ?? fitting[0]) return plain ?? fitting[0] ?? null;
  }
  return null;
}

const voices = signal<readonly SpeechSynthesisVoice[]>([]);
const chosen = computed(() => ({ zh: chooseVoice(voices.value, 'zh'), en: chooseVoice(voices.value, 'en') }));

/** What the terminal holds is Chinese: without a Chinese voice nothing can be read aloud. */
export const canReadAloud = computed(() => chosen.value.zh !== null);

/** A voice for this language, the Chinese one where it has none of its own. */
export function voiceFor(language: SpokenLanguage): SpeechSynthesisVoice | null {
  return chosen.value[language] ?? chosen.value.zh;
}

/** Follows the voices of the machine, which may arrive long after the page; call once. */
export function startVoices(synthesis: SpeechSynthesis | undefined): void {
  if (!synthesis) return;
  const look = () => {
    voices.value = synthesis.getVoices();
  };
  synthesis.cancel();
  synthesis.addEventListener('voiceschanged', look);
  look();
}
