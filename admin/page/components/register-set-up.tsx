// How a register is set up, changed and saved into its waiting revision.
import { useState } from 'preact/hooks';
import { registerDetailSchema } from '#shared/protocol/registers-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useAgencies, useTree } from '../state/agencies.ts';
import { nodeOptions } from '../state/node-options.ts';
import { useRegisterRows } from '../state/register-rows.ts';
import type { OpenedRegister } from '../state/registers.ts';
import { useSaving } from '../state/saving.ts';
import { SelectField } from './fields.tsx';
import { RegisterAbout } from './register-about.tsx';
import { RegisterColumns } from './register-columns.tsx';
import { RegisterPreview } from './register-preview.tsx';
import { RegisterViews } from './register-views.tsx';
import { SaveOutcome } from './save-outcome.tsx';

interface RegisterSetUpProps {
  readonly register: OpenedRegister;
  readonly onSaved: () => void;
}

/** Some rows to show the set-up on. */
const firstRows = { words: '', onlyWaiting: false, sort: null } as const;

export function RegisterSetUp({ register, onSaved }: RegisterSetUpProps) {
  const [definition, setDefinition] = useState(register.definition);
  const [period, setPeriod] = useState(register.period);
  const [agencyId, setAgency] = useState(register.agencyId);
  const [nodeId, setNode] = useState(register.nodeId);
  const tree = useTree();
  const agencies = useAgencies();
  const { rows } = useRegisterRows(register.id, firstRows);
  const saving = useSaving();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { definition, agencyId, nodeId, period, baseVersion: register.version };
    const isSaved = await saving.save(() =>
      request('PUT', `/registers/${register.id}`, registerDetailSchema, { body }),
    );
    if (isSaved) onSaved();
  };
  return (
    <form class="stack" onSubmit={save}>
      <section class="card stack">
        <RegisterAbout
          definition={definition}
          period={period}
          onDefinition={setDefinition}
          onPeriod={setPeriod}
        />
        <div class="form-grid">
          <SelectField
            label={t('registers.owner')}
            isRequired
            value={agencyId}
            options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
            onChange={setAgency}
          />
          <SelectField
            label={t('setup.node')}
            none={t('setup.node.none')}
            value={nodeId ?? ''}
            options={nodeOptions(tree.value ?? [])}
            onChange={(id) => setNode(id || null)}
          />
        </div>
      </section>
      <section class="card stack">
        <RegisterColumns definition={definition} onChange={setDefinition} />
      </section>
      <section class="card stack">
        <RegisterViews definition={definition} onChange={setDefinition} />
      </section>
      <section class="card stack">
        <RegisterPreview
          definition={definition}
          period={period}
          rows={(rows ?? []).map(({ cells }) => cells)}
        />
      </section>
      <SaveOutcome saving={saving} />
      <div class="row">
        <button type="submit" class="button button-primary" disabled={saving.isBusy}>
          {t('setup.save')}
        </button>
      </div>
    </form>
  );
}
