// What differs between any two versions of a record.
import { useMemo, useState } from 'preact/hooks';
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import { type RecordVersion, recordVersionSchema } from '#shared/protocol/versions-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { contentWords } from '../state/content-words.ts';
import { useLoaded } from '../state/loaded.ts';
import { versionChanges } from '../state/version-changes.ts';
import { SelectField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';
import { Redline } from './redline.tsx';

/** A summary is compared whole. */
const comparedCharacters = 4000;

interface Pair {
  readonly before: RecordVersion;
  readonly after: RecordVersion;
}

/** The pair worth seeing first: the public version beside the newest, else the last two. */
export function firstPair(record: RecordDetail): readonly [before: number, after: number] | null {
  const { version, publishedVersion, approvedVersion, versions } = record;
  const shown = publishedVersion ?? approvedVersion;
  if (shown !== null && shown !== version) return [shown, version];
  const before = versions[1]?.version;
  return before === undefined ? null : [before, version];
}

const loadVersion = (id: string, version: number, signal: AbortSignal) =>
  request('GET', `/records/${id}/versions/${version}`, recordVersionSchema, { signal });

function Comparison({ pair }: { readonly pair: Pair }) {
  const changes = useMemo(() => {
    const names = new Map([pair.before, pair.after].map((one) => [one.content.agencyId, one.agencyName]));
    return versionChanges(pair.before, pair.after, (field, content) =>
      field === 'agencyId'
        ? (names.get(content.agencyId) ?? '')
        : contentWords(field, content, comparedCharacters),
    );
  }, [pair]);
  return <Redline changes={changes} />;
}

function versionWords(record: RecordDetail, version: number): string {
  const who = record.versions.find((one) => one.version === version)?.who ?? '';
  const words = `${t('editor.version', { version })} · ${who}`;
  if (version === record.publishedVersion) return `${words} · ${t('state.public')}`;
  return version === record.approvedVersion ? `${words} · ${t('state.approved')}` : words;
}

export function VersionCompare({
  record,
  first,
}: {
  readonly record: RecordDetail;
  readonly first: readonly [number, number];
}) {
  const [[from, to], setPair] = useState(first);
  const pair = useLoaded(
    async (signal): Promise<Pair> => {
      const [before, after] = await Promise.all([from, to].map((one) => loadVersion(record.id, one, signal)));
      return { before: before as RecordVersion, after: after as RecordVersion };
    },
    [record.id, from, to],
  );
  const options = record.versions.map(
    ({ version }) => [String(version), versionWords(record, version)] as const,
  );
  return (
    <div class="stack">
      <div class="row version-pair">
        <SelectField
          label={t('redline.before')}
          value={String(from)}
          options={options}
          onChange={(version) => setPair([Number(version), to])}
        />
        <span aria-hidden="true">→</span>
        <SelectField
          label={t('redline.after')}
          value={String(to)}
          options={options}
          onChange={(version) => setPair([from, Number(version)])}
        />
      </div>
      {pair.error !== null && <ProblemNotice error={pair.error} retry={pair.reload} />}
      {pair.value ? (
        <Comparison pair={pair.value} />
      ) : (
        pair.isLoading && <p role="status">{t('app.loading')}</p>
      )}
    </div>
  );
}
