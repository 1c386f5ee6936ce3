// Whom to call and where to go: the contacts the venue keeps, and its own supervision phone.
import type { SupervisionContact } from '#shared/voice/venue-voice.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { useEngine } from '../../state/engine-context.ts';

/** What staff keep; before they keep anything, the phone of the venue's profile. */
function useContacts(): readonly SupervisionContact[] {
  const venue = useEngine().manifest.value?.venue;
  const kept = venue?.voice?.supervision ?? [];
  const phone = venue?.supervisionPhone ?? null;
  const isKept = kept.some((contact) => contact.phone === phone);
  if (phone === null || isKept) return kept;
  return [{ name: voiceWords('venueSupervision'), phone, address: null, hours: null }, ...kept];
}

function Line({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null;
  return (
    <p class="contact__line" lang="zh-CN">
      <span class="contact__name">{name}</span>
      {value}
    </p>
  );
}

export function SupervisionList() {
  const contacts = useContacts();
  if (contacts.length === 0) return <p class="screen-line">{voiceWords('noSupervision')}</p>;
  return (
    <ul class="contacts">
      {contacts.map((contact) => (
        <li key={`${contact.name} ${contact.phone}`} class="contact">
          <h3 class="contact__title" lang="zh-CN">
            {contact.name}
          </h3>
          {contact.phone !== null && <p class="contact__phone figures">{contact.phone}</p>}
          <Line name={voiceWords('contactAddress')} value={contact.address} />
          <Line name={voiceWords('contactHours')} value={contact.hours} />
        </li>
      ))}
    </ul>
  );
}
