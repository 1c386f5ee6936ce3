// Begins an empty register from a ready-made one: which, and who is responsible for it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type RegisterDetail, registerDetailSchema } from '#shared/protocol/registers-api.ts';
import type { RegisterTemplate } from '#shared/registers/register-template.ts';
import { registerTemplates } from '#shared/registers/templates.ts';
import { request } from '../api/client.ts';
import { deskLanguage, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { freeSlug } from '../state/free-slug.ts';
import { useSaving } from '../state/saving.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { SelectField } from './fields.tsx';
import { SaveOutcome } from './save-outcome.tsx';

interface ReadyMadeDialogProps {
  /** What registers there are are called. */
  readonly slugs: readonly string[];
  readonly onClose: (created: RegisterDetail | null) => void;
}

function TemplateChoice(props: {
  readonly template: RegisterTemplate;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { titles, definition } = props.template;
  return (
    <label class="register-template">
      <input type="radio" name="template" checked={props.isChosen} onChange={props.onChoose} required />
      <strong>{deskLanguage.value === 'en' ? titles.en : titles.zh}</strong>
      <span class="secondary">{definition.summary}</span>
    </label>
  );
}

export function ReadyMadeDialog({ slugs, onClose }: ReadyMadeDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const created = useRef<RegisterDetail | null>(null);
  const [chosen, setChosen] = useState<RegisterTemplate | null>(null);
  const [agencyId, setAgency] = useState('');
  const agencies = useAgencies();
  const saving = useSaving();
  useEffect(() => element.current?.showModal(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen === null || agencyId === '') return;
    const definition = { ...chosen.definition, id: freeSlug(chosen.id, slugs) };
    const body = { definition, agencyId, nodeId: null, period: null };
    const isDone = await saving.save(async () => {
      created.current = await request('POST', '/registers', registerDetailSchema, { body });
    });
    if (isDone) element.current?.close();
  };
  return (
    <dialog
      ref={element}
      class="dialog dialog-wide"
      aria-labelledby="ready-made-title"
      onClose={() => onClose(created.current)}
    >
      <form class="stack" onSubmit={submit}>
        <h2 id="ready-made-title">{t('registers.ready')}</h2>
        <p class="secondary">{t('registers.readyLead')}</p>
        <fieldset class="register-templates" aria-label={t('registers.ready')}>
          {registerTemplates.map((template) => (
            <TemplateChoice
              key={template.id}
              template={template}
              isChosen={chosen?.id === template.id}
              onChoose={() => setChosen(template)}
            />
          ))}
        </fieldset>
        <SelectField
          label={t('registers.owner')}
          isRequired
          none={t('registers.owner.choose')}
          value={agencyId}
          options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
          onChange={setAgency}
        />
        <SaveOutcome saving={saving} />
        <DialogFoot
          act={t('registers.create')}
          isDisabled={saving.isBusy || chosen === null}
          onCancel={() => element.current?.close()}
        />
      </form>
    </dialog>
  );
}
