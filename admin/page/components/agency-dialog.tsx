// Adds or changes one agency: the name records are shown under, and where residents reach it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod';
import type { Agency } from '#shared/catalogue/venue.ts';
import { type agencyInputSchema, agencySchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { TextField } from './fields.tsx';
import { SaveOutcome } from './save-outcome.tsx';

type AgencyInput = z.infer<typeof agencyInputSchema>;

interface AgencyDialogProps {
  /** The agency to change, or null for a new one, which goes to `order`. */
  readonly agency: Agency | null;
  readonly order: number;
  readonly onClose: (isSaved: boolean) => void;
}

const fields = [
  { key: 'shortName', max: 100 },
  { key: 'phone', max: 100 },
  { key: 'leader', max: 100 },
] as const;

function inputOf(agency: Agency | null, order: number): AgencyInput {
  const { id: _id, ...input } = agency ?? {
    id: '',
    name: '',
    shortName: null,
    address: null,
    phone: null,
    hours: null,
    leader: null,
    functions: null,
    order,
  };
  return input;
}

export function AgencyDialog({ agency, order, onClose }: AgencyDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const [input, setInput] = useState(() => inputOf(agency, order));
  const saving = useSaving();
  const isSaved = useRef(false);
  useEffect(() => element.current?.showModal(), []);
  const change = (part: Partial<AgencyInput>) => {
    setInput({ ...input, ...part });
    saving.reset();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const [method, path] = agency
      ? (['PUT', `/agencies/${agency.id}`] as const)
      : (['POST', '/agencies'] as const);
    const body = { ...input, name: input.name.trim() };
    isSaved.current = await saving.save(() => request(method, path, agencySchema, { body }));
    if (isSaved.current) element.current?.close();
  };
  return (
    <dialog
      ref={element}
      class="dialog dialog-wide"
      aria-labelledby="agency-title"
      onClose={() => onClose(isSaved.current)}
    >
      <form class="stack" onSubmit={submit}>
        <h2 id="agency-title">{t(agency ? 'agencies.edit' : 'agencies.add')}</h2>
        <TextField
          label={t('agencies.name')}
          isRequired
          maxLength={200}
          value={input.name}
          {...(agency ? { hint: t('agencies.nameHint') } : {})}
          onChange={(name) => change({ name: name ?? '' })}
        />
        <div class="form-grid">
          {fields.map(({ key, max }) => (
            <TextField
              key={key}
              label={t(`agencies.${key}`)}
              maxLength={max}
              value={input[key] ?? ''}
              onChange={(text) => change({ [key]: text })}
            />
          ))}
          <TextField
            label={t('agencies.order')}
            type="number"
            hint={t('agencies.orderHint')}
            value={String(input.order)}
            onChange={(text) => change({ order: Math.trunc(Number(text ?? 0)) || 0 })}
          />
        </div>
        <TextField
          label={t('agencies.address')}
          maxLength={300}
          value={input.address ?? ''}
          onChange={(address) => change({ address })}
        />
        <TextField
          label={t('agencies.hours')}
          maxLength={300}
          value={input.hours ?? ''}
          onChange={(hours) => change({ hours })}
        />
        <TextField
          label={t('agencies.functions')}
          isLong
          rows={5}
          maxLength={5000}
          value={input.functions ?? ''}
          onChange={(functions) => change({ functions })}
        />
        <SaveOutcome saving={saving} />
        <DialogFoot
          act={t('app.save')}
          isDisabled={saving.isBusy}
          onCancel={() => element.current?.close()}
        />
      </form>
    </dialog>
  );
}
