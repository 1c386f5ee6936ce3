// The period and the agency that lists of voices are narrowed to, and the way through a long list.
import { formatCount, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { session } from '../state/session.ts';
import { listed, type VoiceFilter } from '../state/voice.ts';
import { Choice } from './choice.tsx';
import { TextField } from './fields.tsx';

interface VoiceFiltersProps {
  readonly filter: VoiceFilter;
  readonly onChange: (filter: VoiceFilter) => void;
  readonly children?: preact.ComponentChildren;
}

export function VoiceFilters({ filter, onChange, children }: VoiceFiltersProps) {
  const agencies = useAgencies();
  return (
    <div class="row voice-filters">
      <TextField
        label={t('voice.from')}
        type="date"
        value={filter.from}
        onChange={(from) => onChange({ ...filter, from: from ?? '' })}
      />
      <TextField
        label={t('voice.to')}
        type="date"
        value={filter.to}
        onChange={(to) => onChange({ ...filter, to: to ?? '' })}
      />
      {session.value?.account.agencyId === null && (
        <Choice
          label={t('voice.agency')}
          value={filter.agency}
          options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
          onChange={(agency) => onChange({ ...filter, agency })}
        />
      )}
      {children}
    </div>
  );
}

interface PagesProps {
  readonly total: number;
  readonly offset: number;
  readonly onMove: (offset: number) => void;
}

export function Pages({ total, offset, onMove }: PagesProps) {
  if (total <= listed) return null;
  const last = Math.min(total, offset + listed);
  return (
    <div class="row voice-pages">
      <button type="button" class="button" disabled={offset === 0} onClick={() => onMove(offset - listed)}>
        {t('voice.earlier')}
      </button>
      <span class="secondary numeric">
        {t('voice.rows', { from: formatCount(offset + 1), to: formatCount(last), total: formatCount(total) })}
      </span>
      <button type="button" class="button" disabled={last >= total} onClick={() => onMove(offset + listed)}>
        {t('voice.later')}
      </button>
    </div>
  );
}
