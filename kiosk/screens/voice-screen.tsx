// Where people speak up: wish for a topic, write an opinion, go on by phone, call who watches over the offices.
import {
  ChevronRight,
  FilePenLine,
  FileQuestionMark,
  type IconNode,
  Lightbulb,
  ListPlus,
  Megaphone,
  MessageCircleQuestionMark,
  MessageSquareText,
  SearchCheck,
} from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { Icon } from '../components/icon.tsx';
import { OpinionPart } from '../components/voice/opinion-part.tsx';
import { type PhoneForm, PhoneSheet, phoneForms } from '../components/voice/phone-sheet.tsx';
import { SaidList } from '../components/voice/said-list.tsx';
import { SupervisionList } from '../components/voice/supervision-list.tsx';
import { VoiceButton, VoiceLink } from '../components/voice/voice-door.tsx';
import { WishPart } from '../components/voice/wish-part.tsx';
import { voiceWords } from '../i18n/voice-words.ts';
import '../styles/voice.css';

const icons: Readonly<Record<PhoneForm, IconNode>> = {
  apply: FileQuestionMark,
  correct: FilePenLine,
  complaint: Megaphone,
  suggestion: Lightbulb,
  question: MessageCircleQuestionMark,
  progress: SearchCheck,
};

function Doors() {
  const [form, setForm] = useState<PhoneForm | null>(null);
  return (
    <>
      <ul class="nodes voice-first">
        <li>
          <VoiceLink
            href="/voice/wish"
            icon={ListPlus}
            title={voiceWords('wish')}
            line={voiceWords('wishLine')}
          />
        </li>
        <li>
          <VoiceLink
            href="/voice/opinion"
            icon={MessageSquareText}
            title={voiceWords('opinion')}
            line={voiceWords('opinionLine')}
          />
        </li>
      </ul>
      <SaidList />
      <section class="voice-part">
        <h2 class="section-title">{voiceWords('phoneTitle')}</h2>
        <p class="voice-lead">{voiceWords('phoneLine')}</p>
        <ul class="nodes">
          {phoneForms.map((one) => (
            <li key={one}>
              <VoiceButton
                icon={icons[one]}
                title={voiceWords(one)}
                line={voiceWords(`${one}Line`)}
                onClick={() => setForm(one)}
              />
            </li>
          ))}
        </ul>
      </section>
      <section class="voice-part">
        <div class="section-head">
          <h2 class="section-title">{voiceWords('supervision')}</h2>
          <a class="section-more" href="/browse/agency">
            {voiceWords('agencyContacts')}
            <Icon node={ChevronRight} />
          </a>
        </div>
        <p class="voice-lead">{voiceWords('supervisionLine')}</p>
        <SupervisionList />
      </section>
      {form && <PhoneSheet form={form} onClose={() => setForm(null)} />}
    </>
  );
}

function Part({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) {
  return (
    <div class="screen screen--voice screen--writing">
      <nav class="path" aria-label={voiceWords('back')}>
        <a class="path__step" href="/voice">
          {voiceWords('back')}
        </a>
      </nav>
      <h1 class="screen-title">{title}</h1>
      <p class="disclosure-lead">{lead}</p>
      {children}
    </div>
  );
}

/** `/voice`, `/voice/wish` or `/voice/opinion` */
export default function VoiceScreen() {
  const { part } = useRoute().params;
  if (part === 'wish') {
    return (
      <Part title={voiceWords('wishTitle')} lead={voiceWords('wishLead')}>
        <WishPart />
      </Part>
    );
  }
  if (part === 'opinion') {
    return (
      <Part title={voiceWords('opinionTitle')} lead={voiceWords('opinionLead')}>
        <OpinionPart />
      </Part>
    );
  }
  return (
    <div class="screen screen--voice">
      <h1 class="screen-title">{voiceWords('title')}</h1>
      <p class="disclosure-lead">{voiceWords('lead')}</p>
      <Doors />
    </div>
  );
}
