// What a visitor has said this time, each with its way back while it has not been sent.
import { useState } from 'preact/hooks';
import { voiceWords } from '../../i18n/voice-words.ts';
import { useEngine } from '../../state/engine-context.ts';
import { type Said, saidItems, takeBack } from '../../state/voice.ts';

function useSaidWords(): (item: Said) => string {
  const topics = useEngine().manifest.value?.venue.voice?.topics ?? [];
  return (item) => {
    if (item.kind === 'opinion') return item.words;
    return voiceWords('wishFromSearch', {
      words: topics.find(({ id }) => id === item.topicId)?.title ?? item.words,
    });
  };
}

export function SaidList() {
  const engine = useEngine();
  const wordsOf = useSaidWords();
  const [outcome, setOutcome] = useState('');
  const items = saidItems.value;
  const undo = (item: Said) =>
    takeBack(engine, item).then(
      (isBack) => setOutcome(voiceWords(isBack ? 'takenBack' : 'alreadySent')),
      () => setOutcome(voiceWords('notKept')),
    );
  return (
    <>
      {items.length > 0 && (
        <section class="voice-part">
          <h2 class="section-title">
            {voiceWords('yours')}
            <span class="section-title__note">{voiceWords('waiting')}</span>
          </h2>
          <ul class="said">
            {items.map((item) => (
              <li key={item.id} class="said__item">
                <p lang="zh-CN">{wordsOf(item)}</p>
                <button type="button" class="button" onClick={() => undo(item)}>
                  {voiceWords('takeBack')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="voice-outcome" role="status">
        {outcome}
      </p>
    </>
  );
}
