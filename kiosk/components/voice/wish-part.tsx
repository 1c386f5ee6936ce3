// Wishing for a topic (点单公开): one of the list by touch, or in own words.
import { useEffect } from 'preact/hooks';
import { longestWish } from '#shared/voice/votes.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { useEngine } from '../../state/engine-context.ts';
import { beginDraft, wishText, wishWay } from '../../state/voice-draft.ts';
import { RefusalNote } from './refusal-note.tsx';
import { SaidPanel } from './said-panel.tsx';
import { SendFoot, warningId } from './send-foot.tsx';
import { useSending } from './use-sending.ts';
import { WritingPad } from './writing-pad.tsx';

const shortest = 2;

type Sending = ReturnType<typeof useSending>;

function Topics({ sending }: { sending: Sending }) {
  const topics = useEngine().manifest.value?.venue.voice?.topics ?? [];
  if (topics.length === 0) return null;
  return (
    <section class="voice-part">
      <h2 class="section-title">{voiceWords('topics')}</h2>
      <div class="chips">
        {topics.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            class="chip"
            lang="zh-CN"
            onClick={() => sending.send({ kind: 'wish', topicId: id, words: '', from: 'list' })}
          >
            {title}
          </button>
        ))}
      </div>
    </section>
  );
}

function OwnWords({ sending }: { sending: Sending }) {
  const hasTopics = (useEngine().manifest.value?.venue.voice?.topics ?? []).length > 0;
  const words = wishText.value;
  const write = (text: string) => {
    wishText.value = text.replaceAll('\n', '');
    sending.clear();
  };
  const send = (said: string) =>
    sending.send({ kind: 'wish', topicId: null, words: said, from: wishWay.value });
  return (
    <section class="voice-part">
      {hasTopics && <h2 class="section-title">{voiceWords('orWrite')}</h2>}
      <WritingPad
        label={voiceWords('wishField')}
        placeholder={voiceWords('wishPlaceholder')}
        text={words}
        most={longestWish}
        rows={2}
        describedBy={warningId}
        onWrite={write}
      />
      {sending.refusal && <RefusalNote refusal={sending.refusal} />}
      <SendFoot
        text={words}
        fewest={shortest}
        most={longestWish}
        act={voiceWords('sendWish')}
        tooShort={voiceWords('wishTooShort')}
        isBusy={sending.isBusy}
        onSend={send}
      />
    </section>
  );
}

export function WishPart() {
  const sending = useSending();
  const topics = useEngine().manifest.value?.venue.voice?.topics ?? [];
  useEffect(beginDraft, []);
  const { sent } = sending;
  // What was sent must not stand in the field for the next wish.
  useEffect(() => {
    if (sent === null) return;
    wishText.value = '';
    wishWay.value = 'keypad';
  }, [sent]);
  if (sent?.kind === 'wish') {
    const words = topics.find(({ id }) => id === sent.topicId)?.title ?? sent.words;
    return (
      <SaidPanel
        item={sent}
        title={voiceWords('wished', { words })}
        line={voiceWords('wishedLine')}
        again={{ words: voiceWords('another'), onClick: sending.again }}
      />
    );
  }
  return (
    <>
      <Topics sending={sending} />
      <OwnWords sending={sending} />
    </>
  );
}
