// An opinion without a name: what it is about, the field, the warning, and what becomes of it.
import { useEffect, useState } from 'preact/hooks';
import { longestOpinion } from '#shared/voice/votes.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { beginDraft, opinionAbout, opinionText } from '../../state/voice-draft.ts';
import { RefusalNote } from './refusal-note.tsx';
import { SaidPanel } from './said-panel.tsx';
import { useSending } from './use-sending.ts';
import { WritingPad } from './writing-pad.tsx';

const shortest = 4;

export function OpinionPart() {
  const sending = useSending();
  const [isShort, setIsShort] = useState(false);
  const about = opinionAbout.value;
  const words = opinionText.value;
  useEffect(beginDraft, []);
  useEffect(() => {
    if (sending.sent !== null) opinionText.value = '';
  }, [sending.sent]);
  if (sending.sent !== null) {
    return <SaidPanel item={sending.sent} title={voiceWords('said')} line={voiceWords('saidLine')} />;
  }
  const write = (text: string) => {
    opinionText.value = text;
    sending.clear();
    setIsShort(false);
  };
  const send = () => {
    if (words.trim().length < shortest) setIsShort(true);
    else {
      const agencyId = about?.agencyId ?? null;
      void sending.send({ kind: 'opinion', recordId: about?.id ?? null, agencyId, words: words.trim() });
    }
  };
  return (
    <section class="voice-part">
      {about && (
        <p class="voice-about" lang="zh-CN">
          {voiceWords('about', { title: about.title })}
        </p>
      )}
      <WritingPad
        label={voiceWords('opinionField')}
        placeholder={voiceWords('opinionPlaceholder')}
        text={words}
        most={longestOpinion}
        rows={4}
        describedBy="voice-warning"
        onWrite={write}
      />
      {sending.refusal && <RefusalNote refusal={sending.refusal} />}
      <div class="voice-send">
        <p id="voice-warning" class="voice-warning">
          {voiceWords('warning')}
          <span class="figures">
            {voiceWords('characters', { count: words.length, most: longestOpinion })}
          </span>
        </p>
        <button type="button" class="button button--primary" disabled={sending.isBusy} onClick={send}>
          {voiceWords('sendOpinion')}
        </button>
      </div>
      <p class="voice-outcome" role="status">
        {isShort ? voiceWords('tooShort') : ''}
      </p>
    </section>
  );
}
