// How to apply for information that is not public: who, what, how, what it costs, and where.
import { ChevronRight, Smartphone } from 'lucide';
import { useState } from 'preact/hooks';
import { disclosure } from '../i18n/disclosure-words.ts';
import { useSection } from '../state/disclosure-records.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { useDisclosureOffice } from '../state/use-office.ts';
import { FactTable } from './fact-table.tsx';
import { Icon } from './icon.tsx';
import { RowList } from './row-list.tsx';
import { LazyPhoneSheet } from './voice/lazy-voice.ts';

const relatedCount = 6;

/** Forms and guides whose own words are about applying. */
function useRelated() {
  const engine = useEngine();
  return useLoaded(`apply ${useContentVersion()}`, async (signal) => {
    const filters = { kind: ['guide', 'page'] };
    const text = '政府信息公开申请';
    const query = { text, filters, sort: 'relevance', offset: 0, limit: relatedCount } as const;
    const found = await engine.search(query, signal);
    return found.matched === 'whole' ? found.hits.map((hit) => hit.record) : [];
  }).value;
}

function Office() {
  const office = useDisclosureOffice();
  const guides = useSection('disclosure-guide').value ?? [];
  const venue = useEngine().manifest.value?.venue;
  const facts = [
    { name: disclosure('name'), value: office?.name },
    { name: disclosure('address'), value: office?.address },
    { name: disclosure('hours'), value: office?.hours },
    { name: disclosure('phone'), value: office?.phone },
    { name: disclosure('supervision'), value: venue?.supervisionPhone },
  ].filter((fact) => fact.value);
  return (
    <section>
      <h2 class="section-title">{disclosure('office')}</h2>
      {office ? <FactTable facts={facts} /> : <p>{disclosure('officeNone')}</p>}
      {guides[0] && <RowList records={guides.slice(0, 1)} label={disclosure('disclosure-guide')} />}
      <p class="screen-actions">
        <a class="section-more" href="/browse/agency">
          {disclosure('others')}
          <Icon node={ChevronRight} />
        </a>
      </p>
    </section>
  );
}

function Steps({ title, lines, note }: { title: string; lines: readonly string[]; note?: string }) {
  return (
    <section>
      <h2 class="section-title">{title}</h2>
      <ol class="apply-steps">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {note && <p class="duty__note">{note}</p>}
    </section>
  );
}

function Words({ title, line }: { title: string; line: string }) {
  return (
    <section>
      <h2 class="section-title">{title}</h2>
      <p>{line}</p>
    </section>
  );
}

/** The form itself is filled in on the phone: nothing personal is typed here. */
function ByPhone() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <p>
      <button type="button" class="button button--primary" onClick={() => setIsOpen(true)}>
        <Icon node={Smartphone} />
        {disclosure('byPhone')}
      </button>
      {isOpen && <LazyPhoneSheet form="apply" onClose={() => setIsOpen(false)} />}
    </p>
  );
}

export function ApplyGuide() {
  const related = useRelated();
  return (
    <div class="apply">
      <ByPhone />
      <Office />
      <Words title={disclosure('who')} line={disclosure('whoLine')} />
      <Steps
        title={disclosure('what')}
        lines={[disclosure('what1'), disclosure('what2'), disclosure('what3')]}
        note={disclosure('whatLine')}
      />
      <Steps title={disclosure('how')} lines={[disclosure('how1'), disclosure('how2'), disclosure('how3')]} />
      <Words title={disclosure('fee')} line={disclosure('feeLine')} />
      <Words title={disclosure('remedy')} line={disclosure('remedyLine')} />
      {related && related.length > 0 && (
        <section>
          <h2 class="section-title">{disclosure('related')}</h2>
          <RowList records={related} label={disclosure('related')} />
        </section>
      )}
      <p class="duty__note">{disclosure('basis')}</p>
    </div>
  );
}
