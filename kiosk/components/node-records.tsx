// The newest of what is public under one node, for nodes at the end of the tree.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { writtenKinds } from '#shared/catalogue/record.ts';
import { duty } from '../i18n/duty-words.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { RowList } from './row-list.tsx';

const shownCount = 30;
const kinds = [...writtenKinds.filter((kind) => kind !== 'matter'), 'register'];

export function NodeRecords({ nodeId }: { nodeId: string }) {
  const engine = useEngine();
  const records = useLoaded<readonly CatalogueRecord[]>(
    `node records ${nodeId} ${useContentVersion()}`,
    async (signal) => {
      const filters = { node: [nodeId], kind: kinds };
      const query = { text: '', filters, sort: 'date', offset: 0, limit: shownCount } as const;
      return (await engine.search(query, signal)).hits.map((hit) => hit.record);
    },
    { isFresh: true },
  ).value;
  if (!records || records.length === 0) return null;
  return (
    <section class="duty-list">
      <h2 class="section-title">{duty('records')}</h2>
      <RowList records={records} label={duty('records')} />
    </section>
  );
}
