// Sending words that nobody may be known by: refused where they tell who somebody is, else kept.
import { useState } from 'preact/hooks';
import { toAppError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import { findPersonal } from '#shared/voice/find-personal.ts';
import { language } from '../../i18n/translate.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { useEngine } from '../../state/engine-context.ts';
import { mostSaid, type Said, type Saying, saidItems, say } from '../../state/voice.ts';

export interface Refusal {
  readonly title: string;
  readonly line: string;
}

/** Why these words cannot be sent; null when they can. */
export function refusalOf(words: string): Refusal | null {
  const found = findPersonal(words);
  if (found === null) return null;
  const what = voiceWords(`personal.${found.reason}`);
  return {
    title: voiceWords('refused', { what }),
    line: voiceWords('refusedLine', { words: words.slice(found.start, found.end).trim() }),
  };
}

export function useSending() {
  const engine = useEngine();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sent, setSent] = useState<Said | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const send = async (saying: Saying) => {
    const why = refusalOf(saying.words);
    setRefusal(why);
    if (why !== null || isBusy) return;
    setIsBusy(true);
    try {
      setSent(await say(engine, saying));
    } catch (thrown) {
      setRefusal({ title: voiceWords('notKept'), line: lineOf(thrown) });
    } finally {
      setIsBusy(false);
    }
  };
  return { refusal, sent, isBusy, send, clear: () => setRefusal(null), again: () => setSent(null) };
}

function lineOf(thrown: unknown): string {
  const { code, details } = toAppError(thrown);
  const hasSaidEnough = saidItems.peek().length >= mostSaid;
  return hasSaidEnough
    ? voiceWords('tooMany', { count: mostSaid })
    : describeError(code, details, language.peek());
}
