// What an entry of a ledger written by hand says: an opinion, or a meeting.
import {
  type EntryContent,
  type MeetingContent,
  type OpinionContent,
  opinionChannels,
  opinionOutcomes,
} from '#shared/protocol/ledgers-api.ts';
import type { WrittenLedgerId } from '#shared/reports/ledgers.ts';
import { t } from '../i18n/index.ts';
import { AttachmentsField } from './attachments-field.tsx';
import { SelectField, TextField } from './fields.tsx';
import { DayField } from './ledger-filters.tsx';

/** An entry nobody has filled in. */
export function emptyEntry(ledger: WrittenLedgerId): EntryContent {
  if (ledger === 'opinions') {
    return {
      ...{ ledger, channel: 'box', person: '', contact: '', content: '', handling: '' },
      ...{ outcome: 'registered', repliedOn: null },
    };
  }
  return {
    ...{ ledger, place: '', chair: '', recorder: '', present: '', subject: '', content: '' },
    ...{ decisions: '', attachments: [] },
  };
}

interface EntryFieldsProps<Content> {
  readonly value: Content;
  readonly onChange: (content: Content) => void;
}

export function EntryFields({ value, onChange }: EntryFieldsProps<EntryContent>) {
  return value.ledger === 'opinions' ? (
    <OpinionFields value={value} onChange={onChange} />
  ) : (
    <MeetingFields value={value} onChange={onChange} />
  );
}

function OpinionFields({ value, onChange }: EntryFieldsProps<OpinionContent>) {
  const set = (part: Partial<OpinionContent>) => onChange({ ...value, ...part });
  return (
    <>
      <div class="form-grid">
        <SelectField
          label={t('entry.channel')}
          value={value.channel}
          options={opinionChannels.map((channel) => [channel, t(`entry.channel.${channel}`)])}
          onChange={(channel) => set({ channel: channel as OpinionContent['channel'] })}
        />
        <TextField
          label={t('entry.person')}
          maxLength={100}
          value={value.person}
          onChange={(person) => set({ person: person ?? '' })}
        />
        <TextField
          label={t('entry.contact')}
          maxLength={200}
          value={value.contact}
          onChange={(contact) => set({ contact: contact ?? '' })}
        />
      </div>
      <TextField
        label={t('entry.content.opinions')}
        isLong
        isRequired
        maxLength={5000}
        value={value.content}
        onChange={(content) => set({ content: content ?? '' })}
      />
      <TextField
        label={t('entry.handling')}
        isLong
        maxLength={5000}
        value={value.handling}
        onChange={(handling) => set({ handling: handling ?? '' })}
      />
      <div class="form-grid">
        <SelectField
          label={t('entry.outcome')}
          value={value.outcome}
          options={opinionOutcomes.map((outcome) => [outcome, t(`entry.outcome.${outcome}`)])}
          onChange={(outcome) => set({ outcome: outcome as OpinionContent['outcome'] })}
        />
        <DayField
          label={t('entry.repliedOn')}
          value={value.repliedOn ?? ''}
          onChange={(day) => set({ repliedOn: day === '' ? null : day })}
        />
      </div>
    </>
  );
}

const shortFields = [
  { key: 'place', max: 200 },
  { key: 'chair', max: 100 },
  { key: 'recorder', max: 100 },
] as const;
const longFields = [
  { key: 'present', max: 2000, rows: 2 },
  { key: 'subject', max: 500, rows: 2 },
] as const;

function MeetingFields({ value, onChange }: EntryFieldsProps<MeetingContent>) {
  const set = (part: Partial<MeetingContent>) => onChange({ ...value, ...part });
  return (
    <>
      <div class="form-grid">
        {shortFields.map(({ key, max }) => (
          <TextField
            key={key}
            label={t(`entry.${key}`)}
            maxLength={max}
            value={value[key]}
            onChange={(text) => set({ [key]: text ?? '' })}
          />
        ))}
      </div>
      {longFields.map(({ key, max, rows }) => (
        <TextField
          key={key}
          label={t(`entry.${key}`)}
          isLong
          isRequired={key === 'subject'}
          rows={rows}
          maxLength={max}
          value={value[key]}
          onChange={(text) => set({ [key]: text ?? '' })}
        />
      ))}
      <TextField
        label={t('entry.content.meetings')}
        isLong
        rows={6}
        maxLength={20_000}
        value={value.content}
        onChange={(content) => set({ content: content ?? '' })}
      />
      <TextField
        label={t('entry.decisions')}
        isLong
        rows={5}
        maxLength={20_000}
        value={value.decisions}
        onChange={(decisions) => set({ decisions: decisions ?? '' })}
      />
      <AttachmentsField
        value={value.attachments}
        onChange={(attachments) => set({ attachments })}
        to="/ledger-files"
      />
    </>
  );
}
