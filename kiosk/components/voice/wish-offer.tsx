// After a search that found nothing: wish for what was looked for, or apply for it by phone.
import { ListPlus, Smartphone } from 'lucide';
import { useState } from 'preact/hooks';
import { longestWish } from '#shared/voice/votes.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { useNavigation } from '../../state/navigation.ts';
import { draftWish } from '../../state/voice-draft.ts';
import { Icon } from '../icon.tsx';
import { PhoneSheet } from './phone-sheet.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { type Refusal, refusalOf } from './use-sending.ts';
import '../../styles/voice.css';

export function WishOffer({ text }: { text: string }) {
  const { open } = useNavigation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isApplying, setIsApplying] = useState(false);
  const words = text.trim().slice(0, longestWish);
  if (words.length < 2) return null;
  const wish = () => {
    const why = refusalOf(words);
    setRefusal(why);
    if (why !== null) return;
    draftWish(words);
    open('/voice/wish');
  };
  return (
    <div class="wish-offer">
      <button type="button" class="button button--primary" onClick={wish}>
        <Icon node={ListPlus} />
        {voiceWords('wishFromSearch', { words })}
      </button>
      <button type="button" class="button" onClick={() => setIsApplying(true)}>
        <Icon node={Smartphone} />
        {voiceWords('apply')}
      </button>
      <p class="wish-offer__line">{voiceWords('wishFromSearchLine')}</p>
      {refusal && <RefusalNote refusal={refusal} />}
      {isApplying && <PhoneSheet form="apply" query={words} onClose={() => setIsApplying(false)} />}
    </div>
  );
}
