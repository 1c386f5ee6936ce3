// Topics to wish for and contacts of supervision as a form.
import { useState } from 'preact/hooks';
import { voiceSettingsSchema } from '#shared/protocol/voice-api.ts';
import {
  type SupervisionContact,
  type VenueVoice,
  voiceLimits,
  type WishTopic,
} from '#shared/voice/venue-voice.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { isSameValue } from '../state/same-value.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { RemoveRow, RowsFrame } from './rows-frame.tsx';
import { SaveOutcome } from './save-outcome.tsx';

/** Wishes are counted under it: it stays when the title is put better. */
const newTopicId = () => crypto.randomUUID();

const replaced = <T,>(rows: readonly T[], at: number, row: T) =>
  rows.map((one, index) => (index === at ? row : one));
const without = <T,>(rows: readonly T[], at: number) => rows.filter((_, index) => index !== at);

interface RowsProps<T> {
  readonly rows: readonly T[];
  readonly onChange: (rows: readonly T[]) => void;
  readonly isReadOnly: boolean;
}

function TopicRows({ rows, onChange, isReadOnly }: RowsProps<WishTopic>) {
  const isFull = rows.length >= voiceLimits.topics;
  const add = () => onChange([...rows, { id: newTopicId(), title: '' }]);
  return (
    <RowsFrame
      label={t('voice.topics')}
      hint={t('voice.topicsHint')}
      onAdd={isReadOnly || isFull ? undefined : add}
    >
      {rows.map((topic, index) => (
        <div key={topic.id} class="row voice-row">
          <input
            class="input"
            aria-label={`${t('voice.topic')} ${index + 1}`}
            maxLength={voiceLimits.title}
            value={topic.title}
            readOnly={isReadOnly}
            onInput={(event) =>
              onChange(replaced(rows, index, { ...topic, title: event.currentTarget.value }))
            }
          />
          <RemoveRow
            label={t('voice.topics')}
            row={index + 1}
            isDisabled={isReadOnly}
            onRemove={() => onChange(without(rows, index))}
          />
        </div>
      ))}
    </RowsFrame>
  );
}

const contactFields = ['name', 'phone', 'address', 'hours'] as const;
const emptyContact: SupervisionContact = { name: '', phone: null, address: null, hours: null };

function ContactRows({ rows, onChange, isReadOnly }: RowsProps<SupervisionContact>) {
  const isFull = rows.length >= voiceLimits.contacts;
  const add = () => onChange([...rows, emptyContact]);
  return (
    <RowsFrame
      label={t('voice.contacts')}
      hint={t('voice.contactsHint')}
      onAdd={isReadOnly || isFull ? undefined : add}
    >
      {rows.map((contact, index) => (
        <div key={index} class="row voice-row">
          {contactFields.map((field) => (
            <input
              key={field}
              class="input"
              aria-label={`${t(`voice.contact.${field}`)} ${index + 1}`}
              placeholder={t(`voice.contact.${field}`)}
              maxLength={voiceLimits[field]}
              value={contact[field] ?? ''}
              readOnly={isReadOnly}
              onInput={(event) =>
                onChange(replaced(rows, index, { ...contact, [field]: event.currentTarget.value }))
              }
            />
          ))}
          <RemoveRow
            label={t('voice.contacts')}
            row={index + 1}
            isDisabled={isReadOnly}
            onRemove={() => onChange(without(rows, index))}
          />
        </div>
      ))}
    </RowsFrame>
  );
}

export function VoiceSettingsForm({ stored }: { readonly stored: VenueVoice }) {
  const [saved, setSaved] = useState(stored);
  const [voice, setVoice] = useState(stored);
  const saving = useSaving();
  const isReadOnly = !may('voice.handle');
  const isChanged = !isSameValue(voice, saved);
  useLeaveGuard(isChanged ? t('voice.leaveAsk') : null);
  const change = (part: Partial<VenueVoice>) => {
    setVoice((before) => ({ ...before, ...part }));
    saving.reset();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await saving.save(async () => {
      const kept = await request('PUT', '/voice/settings', voiceSettingsSchema, { body: voice });
      setSaved(kept);
      setVoice(kept);
    });
  };
  return (
    <form class="card stack" onSubmit={submit}>
      {isReadOnly && <p class="secondary">{t('settings.readOnly')}</p>}
      <TopicRows rows={voice.topics} isReadOnly={isReadOnly} onChange={(topics) => change({ topics })} />
      <ContactRows
        rows={voice.supervision}
        isReadOnly={isReadOnly}
        onChange={(supervision) => change({ supervision })}
      />
      <SaveOutcome saving={saving} />
      {!isReadOnly && (
        <div class="row">
          <button type="submit" class="button button-primary" disabled={!isChanged || saving.isBusy}>
            {t('app.save')}
          </button>
          <span class="secondary">{t('voice.shownNext')}</span>
        </div>
      )}
    </form>
  );
}
