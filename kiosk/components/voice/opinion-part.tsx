// An opinion without a name: what it is about, the field, the warning, and what becomes of it.
import { useEffect } from 'preact/hooks';
import { longestOpinion } from '#shared/voice/votes.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { beginDraft, opinionAbout, opinionText } from '../../state/voice-draft.ts';
import { RefusalNote } from './refusal-note.tsx';
import { SaidPanel } from './said-panel.tsx';
import { SendFoot, warningId } from './send-foot.tsx';
import { useSending } from './use-sending.ts';
import { WritingPad } from './writing-pad.tsx';

const shortest = 4;

export function OpinionPart() {
  const sending = useSending();
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
  };
  const send = (said: string) => {
    const agencyId = about?.agencyId ?? null;
    void sending.send({ kind: 'opinion', recordId: about?.id ?? null, agencyId, words: said });
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
        describedBy={warningId}
        onWrite={write}
      />
      {sending.refusal && <RefusalNote refusal={sending.refusal} />}
      <SendFoot
        text={words}
        fewest={shortest}
        most={longestOpinion}
        act={voiceWords('sendOpinion')}
        tooShort={voiceWords('tooShort')}
        isBusy={sending.isBusy}
        onSend={send}
      />
    </section>
  );
}
