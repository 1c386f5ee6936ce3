// Installs a ready-made tree: which, for whom, and what it would add, before anything is added.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Agency } from '#shared/catalogue/venue.ts';
import {
  type TemplateInstall,
  type TemplateOutcome,
  type TreeTemplateView,
  templateOutcomeSchema,
} from '#shared/protocol/tree-api.ts';
import { request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { SelectField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';

interface TemplateDialogProps {
  readonly templates: readonly TreeTemplateView[];
  readonly agencies: readonly Agency[];
  readonly onClose: (outcome: TemplateOutcome | null) => void;
}
/** An agency's id, or one of the two below. */
type SectionChoice = string;
const same: SectionChoice = '';
const leave: SectionChoice = '-';

const figuresOf = (outcome: TemplateOutcome) => ({
  nodes: formatCount(outcome.nodes),
  matters: formatCount(outcome.matters),
  keptNodes: formatCount(outcome.keptNodes),
  keptMatters: formatCount(outcome.keptMatters),
});

function Preview({
  templateId,
  install,
}: {
  readonly templateId: string;
  readonly install: TemplateInstall;
}) {
  const preview = useLoaded(
    async (signal) => {
      if (install.agencyId === '') return null;
      const path = `/tree/templates/${templateId}/preview`;
      return request('POST', path, templateOutcomeSchema, { body: install, signal });
    },
    [templateId, JSON.stringify(install)],
  );
  if (preview.error !== null) return <ProblemNotice error={preview.error} retry={preview.reload} />;
  if (install.agencyId === '') return null;
  if (preview.isLoading || preview.value === null) return <p role="status">{t('tree.previewing')}</p>;
  const { nodes, matters } = preview.value;
  return (
    <p class="notice notice-good" role="status">
      {nodes + matters === 0 ? t('tree.previewNothing') : t('tree.preview', figuresOf(preview.value))}
    </p>
  );
}

function SectionFields({
  template,
  options,
  choices,
  onChange,
}: {
  readonly template: TreeTemplateView;
  readonly options: readonly (readonly [string, string])[];
  readonly choices: Readonly<Record<string, SectionChoice>>;
  readonly onChange: (node: string, choice: SectionChoice) => void;
}) {
  return (
    <details class="tree-sections">
      <summary>{t('tree.sections')}</summary>
      <div class="form-grid">
        {template.sections.map(({ node, title, matters }) => (
          <SelectField
            key={node}
            label={t('tree.sectionOf', { title, matters })}
            none={t('tree.sectionSame')}
            value={choices[node] ?? same}
            options={[[leave, t('tree.sectionLeave')], ...options]}
            onChange={(choice) => onChange(node, choice)}
          />
        ))}
      </div>
    </details>
  );
}

export function TemplateDialog({ templates, agencies, onClose }: TemplateDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const outcome = useRef<TemplateOutcome | null>(null);
  const [templateId, setTemplateId] = useState(templates[0]?.id ?? '');
  const [agencyId, setAgencyId] = useState('');
  const [choices, setChoices] = useState<Readonly<Record<string, SectionChoice>>>({});
  const [approve, setApprove] = useState(false);
  const saving = useSaving();
  useEffect(() => element.current?.showModal(), []);
  const template = templates.find(({ id }) => id === templateId);
  const options = agencies.map(({ id, name }) => [id, name] as const);
  const sections = Object.entries(choices)
    .filter(([, choice]) => choice !== same)
    .map(([node, choice]) => ({ node, agencyId: choice === leave ? null : choice }));
  const install: TemplateInstall = { agencyId, sections, approve };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const isDone = await saving.save(async () => {
      const path = `/tree/templates/${templateId}/install`;
      outcome.current = await request('POST', path, templateOutcomeSchema, { body: install });
    });
    if (isDone) element.current?.close();
  };
  return (
    <dialog
      ref={element}
      class="dialog dialog-wide"
      aria-labelledby="template-title"
      onClose={() => onClose(outcome.current)}
    >
      <form class="stack" onSubmit={submit}>
        <h2 id="template-title">{t('tree.install')}</h2>
        <p class="secondary">{t('tree.installLead')}</p>
        <div class="form-grid">
          <SelectField
            label={t('tree.template')}
            value={templateId}
            options={templates.map(({ id, title, matters }) => [
              id,
              t('tree.templateOption', { title, matters: formatCount(matters) }),
            ])}
            onChange={(id) => {
              setTemplateId(id);
              setChoices({});
            }}
          />
          <SelectField
            label={t('tree.agency')}
            isRequired
            none={t('tree.agencyNone')}
            value={agencyId}
            options={options}
            onChange={setAgencyId}
          />
        </div>
        {template && <p class="secondary">{t('tree.templateBasis', { basis: template.basis })}</p>}
        {template && (
          <SectionFields
            template={template}
            options={options}
            choices={choices}
            onChange={(node, choice) => setChoices({ ...choices, [node]: choice })}
          />
        )}
        <label class="row">
          <input
            type="checkbox"
            checked={approve}
            onChange={(event) => setApprove(event.currentTarget.checked)}
          />
          {t('tree.approve')}
        </label>
        <Preview templateId={templateId} install={install} />
        {saving.error !== null && <ProblemNotice error={saving.error} />}
        <DialogFoot
          act={t('tree.installAct')}
          isDisabled={saving.isBusy}
          onCancel={() => element.current?.close()}
        />
      </form>
    </dialog>
  );
}
