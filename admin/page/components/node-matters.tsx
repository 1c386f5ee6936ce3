// The matters on one node: whose each is, who answers for it, and how much fulfils it.
import { type NodeMatters as Matters, nodeMattersSchema } from '#shared/protocol/tree-api.ts';
import { request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';
import { ScrollArea } from './scroll-area.tsx';
import { StateTag } from './state-tag.tsx';

type Matter = Matters['matters'][number];

function MatterRow({ matter }: { readonly matter: Matter }) {
  const duty = [matter.responsible, matter.responsiblePerson].filter((name) => name !== null).join(' · ');
  return (
    <tr>
      <td class="grow">
        <a href={`/admin/records/${matter.id}`}>{matter.title}</a>
      </td>
      <td>{matter.agencyName}</td>
      <td>{duty === '' ? <span class="tag tag-warn">{t('tree.dutyMissing')}</span> : duty}</td>
      <td class="numeric">{formatCount(matter.records)}</td>
      <td>
        <StateTag record={matter} />
      </td>
    </tr>
  );
}

const heads = ['tree.matter', 'tree.owner', 'tree.duty', 'tree.fulfilled', 'tree.state'] as const;

function MatterTable({ matters }: { readonly matters: readonly Matter[] }) {
  return (
    <ScrollArea label={t('tree.matters')}>
      <table class="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matters.map((matter) => (
            <MatterRow key={matter.id} matter={matter} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** `round` asks again after something was installed. */
export function NodeMatters({ nodeId, round }: { readonly nodeId: string; readonly round: number }) {
  const list = useLoaded(
    (signal) =>
      request('GET', `/tree/nodes/${encodeURIComponent(nodeId)}/matters`, nodeMattersSchema, { signal }),
    [nodeId, round],
  );
  const found = list.value;
  return (
    <section class="card stack" aria-label={t('tree.matters')}>
      <h2>{t('tree.matters')}</h2>
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {found === null && list.isLoading && <Loading />}
      {found?.total === 0 && (
        <>
          <p class="secondary">{t('tree.mattersNone')}</p>
          <div class="row">
            <a class="button" href="/admin/import">
              {t('tree.mattersImport')}
            </a>
            <a class="button" href="/admin/records/new">
              {t('tree.mattersNew')}
            </a>
          </div>
        </>
      )}
      {found && found.total > 0 && <MatterTable matters={found.matters} />}
      {found && found.total > found.matters.length && (
        <p class="secondary">
          {t('tree.mattersMore', {
            shown: formatCount(found.matters.length),
            total: formatCount(found.total),
          })}
        </p>
      )}
    </section>
  );
}
