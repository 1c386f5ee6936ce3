// What visitors say about the record they read: how it is, that it was no help, and where to say more.
import { MessageSquareText, Smartphone, ThumbsDown } from 'lucide';
import { useState } from 'preact/hooks';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import { type Grade, ratingAspects, type UnhelpfulReason, unhelpfulReasons } from '#shared/voice/votes.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { useEngine } from '../../state/engine-context.ts';
import { useNavigation } from '../../state/navigation.ts';
import { rate, rateAspect, ratings, sayUnhelpful, takeBack, unhelpfuls } from '../../state/voice.ts';
import { draftOpinion } from '../../state/voice-draft.ts';
import { Icon } from '../icon.tsx';
import { GradeFaces } from './grade-faces.tsx';
import { type PhoneForm, PhoneSheet } from './phone-sheet.tsx';
import '../../styles/voice.css';

/** What became of the last touch, in words; each touch begins with none. */
function useOutcome() {
  const [words, setWords] = useState('');
  const attempt = (act: Promise<unknown>) => {
    setWords('');
    act.catch(() => setWords(voiceWords('notKept')));
  };
  return { words, setWords, attempt };
}
type Outcome = ReturnType<typeof useOutcome>;

function TakeBack({ item, outcome }: { item: OutboxItem; outcome: Outcome }) {
  const engine = useEngine();
  const undo = async () => {
    const isBack = await takeBack(engine, item);
    outcome.setWords(voiceWords(isBack ? 'takenBack' : 'alreadySent'));
  };
  return (
    <button type="button" class="button" onClick={() => outcome.attempt(undo())}>
      {voiceWords('takeBack')}
    </button>
  );
}

function Aspects({ record, outcome }: { record: CatalogueRecord; outcome: Outcome }) {
  const engine = useEngine();
  const rating = ratings.value.get(record.id);
  return (
    <div class="aspects">
      <p class="aspects__title">{voiceWords('aspects')}</p>
      {ratingAspects.map((aspect) => (
        <div key={aspect} class="aspects__row">
          <p class="aspects__name">
            <strong>{voiceWords(`aspect.${aspect}`)}</strong>
            <span>{voiceWords(`aspect.${aspect}Line`)}</span>
          </p>
          <GradeFaces
            isSmall
            label={voiceWords(`aspect.${aspect}`)}
            chosen={rating?.aspects[aspect] ?? null}
            onChoose={(grade) => outcome.attempt(rateAspect(engine, record.id, aspect, grade))}
          />
        </div>
      ))}
    </div>
  );
}

function Rate({ record, outcome }: { record: CatalogueRecord; outcome: Outcome }) {
  const engine = useEngine();
  const rating = ratings.value.get(record.id);
  return (
    <>
      <GradeFaces
        label={voiceWords('grades')}
        chosen={rating?.overall ?? null}
        onChoose={(grade) => outcome.attempt(rate(engine, record, grade))}
      />
      {rating && (
        <>
          <div class="voice-thanks" role="status">
            <p>
              {voiceWords('rated', { grade: voiceWords(`grade.${rating.overall as Grade}`) })}
              <span class="voice-thanks__note">{voiceWords('waiting')}</span>
            </p>
            <TakeBack item={rating} outcome={outcome} />
          </div>
          <Aspects record={record} outcome={outcome} />
        </>
      )}
    </>
  );
}

function Reasons({ onChoose }: { onChoose: (reason: UnhelpfulReason) => void }) {
  return (
    <fieldset class="reasons">
      <legend class="reasons__title">{voiceWords('unhelpfulTitle')}</legend>
      <div class="chips">
        {unhelpfulReasons.map((reason) => (
          <button key={reason} type="button" class="chip" onClick={() => onChoose(reason)}>
            {voiceWords(`reason.${reason}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Ways({ record, outcome }: { record: CatalogueRecord; outcome: Outcome }) {
  const engine = useEngine();
  const { open } = useNavigation();
  const [isAsking, setIsAsking] = useState(false);
  const [form, setForm] = useState<PhoneForm | null>(null);
  const said = unhelpfuls.value.get(record.id);
  const choose = (reason: UnhelpfulReason) => {
    setIsAsking(false);
    outcome.attempt(sayUnhelpful(engine, record, reason));
  };
  const write = () => {
    draftOpinion(record);
    open('/voice/opinion');
  };
  return (
    <>
      {said && (
        <div class="voice-thanks" role="status">
          <p>{voiceWords('unhelpfulThanks', { reason: voiceWords(`reason.${said.reason}`) })}</p>
          <TakeBack item={said} outcome={outcome} />
        </div>
      )}
      <div class="voice-ways">
        {!said && (
          <button
            type="button"
            class="button"
            aria-expanded={isAsking}
            onClick={() => setIsAsking(!isAsking)}
          >
            <Icon node={ThumbsDown} />
            {voiceWords('unhelpful')}
          </button>
        )}
        <button type="button" class="button" onClick={write}>
          <Icon node={MessageSquareText} />
          {voiceWords('sayMore')}
        </button>
        <button type="button" class="button" onClick={() => setForm('apply')}>
          <Icon node={Smartphone} />
          {voiceWords('apply')}
        </button>
        <button type="button" class="button" onClick={() => setForm('correct')}>
          <Icon node={Smartphone} />
          {voiceWords('correct')}
        </button>
      </div>
      {isAsking && !said && <Reasons onChoose={choose} />}
      {form && <PhoneSheet form={form} record={record} onClose={() => setForm(null)} />}
    </>
  );
}

export function RecordVoice({ record }: { record: CatalogueRecord }) {
  const outcome = useOutcome();
  return (
    <section class="record__part record-voice">
      <div class="section-head">
        <h2 class="section-title">
          {voiceWords('rateTitle')}
          <span class="section-title__note">{voiceWords('rateLine')}</span>
        </h2>
      </div>
      <Rate record={record} outcome={outcome} />
      <Ways record={record} outcome={outcome} />
      <p class="voice-outcome" role="status">
        {outcome.words}
      </p>
    </section>
  );
}
