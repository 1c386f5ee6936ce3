// One cell of an entry as its column's type asks: dates in words, figures with units, states with a sign, names as links.
import { ChevronRight, CircleAlert, CircleCheck, CircleSlash, type IconNode } from 'lucide';
import type { ShownColumn } from '#shared/catalogue/register.ts';
import { formatDate } from '../../i18n/format.ts';
import { registerWords } from '../../i18n/registers.ts';
import { useContentVersion, useEngine } from '../../state/engine-context.ts';
import { recordUrl } from '../../state/record-url.ts';
import { searchUrl } from '../../state/search-address.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Icon } from '../icon.tsx';
import { choiceTone, type Tone } from './choice-tone.ts';

const toneIcons: Readonly<Record<Exclude<Tone, 'plain'>, IconNode>> = {
  good: CircleCheck,
  watch: CircleAlert,
  bad: CircleSlash,
};

function Choice({ text }: { text: string }) {
  const tone = choiceTone(text);
  return (
    <span class={`state-word state-word--${tone}`}>
      {tone !== 'plain' && <Icon node={toneIcons[tone]} />}
      {text}
    </span>
  );
}

/** An agency of this catalogue has a screen of its own. */
function AgencyName({ text }: { text: string }) {
  const agencies = useEngine().manifest.value?.agencies ?? [];
  const agency = agencies.find(({ name, shortName }) => name === text || shortName === text);
  if (!agency) return <>{text}</>;
  return (
    <a class="cell-link" href={`/agency/${encodeURIComponent(agency.id)}`}>
      {text}
      <Icon node={ChevronRight} />
    </a>
  );
}

const nameOnly = (text: string) => text.replace(/[《》\s]/gu, '');

/** The record a cell names, where the catalogue has it under that very name or number; else a search for it. */
function RecordName({ text }: { text: string }) {
  const engine = useEngine();
  const found = useLoaded(`named ${useContentVersion()} ${text}`, async (signal) => {
    const query = {
      text: nameOnly(text).slice(0, 100),
      filters: {},
      sort: 'relevance',
      offset: 0,
      limit: 5,
    } as const;
    const { hits } = await engine.search(query, signal);
    const isSame = (name: string | null) => name !== null && nameOnly(name) === nameOnly(text);
    const same = hits.find(({ record }) => isSame(record.title) || isSame(record.docNo));
    return { url: same ? recordUrl(same.record) : null, total: hits.length };
  }).value;
  if (!found || found.total === 0) return <>{text}</>;
  const url = found.url ?? searchUrl({ text: nameOnly(text).slice(0, 100) });
  const name = found.url
    ? registerWords('entry.openRecord')
    : registerWords('entry.findRecord', { title: text });
  return (
    <a class="cell-link" href={url} title={name}>
      {text}
      <Icon node={ChevronRight} />
    </a>
  );
}

export function EntryCell({ column: { type, unit }, text }: { column: ShownColumn; text: string }) {
  switch (type) {
    case 'date':
      return <span class="figures">{formatDate(text)}</span>;
    case 'number':
    case 'money':
      return (
        <span class="figures">
          {text}
          {unit && ` ${unit}`}
        </span>
      );
    case 'code':
      return <span class="unbroken figures">{text}</span>;
    case 'choice':
      return <Choice text={text} />;
    case 'agency':
      return <AgencyName text={text} />;
    case 'record':
      return <RecordName text={text} />;
    default:
      return <>{unit ? `${text} ${unit}` : text}</>;
  }
}
