// The catalogue tree: shown as terminals show it, shaped by hand, and filled from ready-made trees.
import { FolderTree } from 'lucide';
import { useState } from 'preact/hooks';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { type TemplateOutcome, treeTemplatesSchema } from '#shared/protocol/tree-api.ts';
import { request } from '../api/client.ts';
import { useConfirm } from '../components/confirm.tsx';
import { EventCard } from '../components/event-card.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { AddNodeForm, NodeCard } from '../components/node-card.tsx';
import { NodeMatters } from '../components/node-matters.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { TemplateDialog } from '../components/template-dialog.tsx';
import { TreeList } from '../components/tree-list.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { useLoaded } from '../state/loaded.ts';
import { isAdministrator } from '../state/session.ts';
import { newNodes, type TreeWork, useTreeAct, useTreeWork } from '../state/tree-work.ts';

function leadOf(tree: TreeWork | null): string {
  if (tree === null) return t('app.loading');
  const matters = [...tree.figures.values()].reduce((sum, one) => sum + one.matters, 0);
  return t('tree.lead', { nodes: formatCount(tree.nodes.length), matters: formatCount(matters) });
}

function AddRoot({ onDone }: { readonly onDone: (nodes: readonly TreeNode[]) => void }) {
  const act = useTreeAct(onDone);
  return (
    <section class="card stack" aria-label={t('tree.addRoot')}>
      {act.error !== null && <ProblemNotice error={act.error} />}
      <AddNodeForm parent={null} act={act} />
    </section>
  );
}

function Installed({ outcome }: { readonly outcome: TemplateOutcome }) {
  const { nodes, matters } = outcome;
  return (
    <p class="notice notice-good" role="status">
      {t('tree.installed', { nodes: formatCount(nodes), matters: formatCount(matters) })}
      {matters > 0 && <a href="/admin/records?state=awaiting&kind=matter"> {t('tree.installedDrafts')}</a>}
    </p>
  );
}

/** The chosen node at the right of the tree. */
function Chosen({
  tree,
  chosenId,
  round,
  onDone,
}: {
  readonly tree: TreeWork;
  readonly chosenId: string | null;
  readonly round: number;
  readonly onDone: (nodes: readonly TreeNode[]) => void;
}) {
  const confirm = useConfirm();
  const node = tree.nodes.find(({ id }) => id === chosenId);
  if (node === undefined) {
    return (
      <div class="stack">
        <div class="card empty">
          <Icon node={FolderTree} />
          <p>{t(tree.nodes.length === 0 ? 'tree.none' : 'tree.choose')}</p>
        </div>
        {isAdministrator() && <AddRoot onDone={onDone} />}
      </div>
    );
  }
  // The key takes what the hub has now into the fields whenever it changes.
  const key = [node.id, node.title, node.basis, node.parentId].join('\n');
  return (
    <div class="stack">
      {isAdministrator() && <NodeCard key={key} node={node} tree={tree} confirm={confirm} onDone={onDone} />}
      <NodeMatters nodeId={node.id} round={round} />
      <EventCard key={`events ${node.id}`} subject="node" subjectId={node.id} />
      {confirm.dialog}
    </div>
  );
}

export function Tree() {
  const work = useTreeWork();
  const agencies = useAgencies();
  const templates = useLoaded(
    async (signal) => (await request('GET', '/tree/templates', treeTemplatesSchema, { signal })).templates,
    [],
  );
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isInstalling, setIsInstalling] = useState(false);
  const [outcome, setOutcome] = useState<TemplateOutcome | null>(null);
  const [round, setRound] = useState(0);
  const tree = work.value;
  const onDone = (nodes: readonly TreeNode[]) => {
    const [added] = newNodes(tree?.nodes ?? [], nodes);
    if (added) setChosenId(added.id);
    work.reload();
  };
  const closeDialog = (installed: TemplateOutcome | null) => {
    setIsInstalling(false);
    if (installed === null) return;
    setOutcome(installed);
    setRound(round + 1);
    work.reload();
  };
  return (
    <div class="stack">
      <WorkHead title={t('tree.title')} lead={leadOf(tree)}>
        {isAdministrator() && (
          <button
            type="button"
            class="button button-primary"
            disabled={!templates.value || !agencies.value}
            onClick={() => setIsInstalling(true)}
          >
            <Icon node={FolderTree} /> {t('tree.install')}
          </button>
        )}
      </WorkHead>
      {outcome !== null && <Installed outcome={outcome} />}
      {[work, agencies, templates].map(
        ({ error, reload }, at) => error !== null && <ProblemNotice key={at} error={error} retry={reload} />,
      )}
      {!tree && work.isLoading && <Loading />}
      {tree && (
        <div class="tree-columns">
          <nav class="card tree-list" aria-label={t('tree.list')}>
            <TreeList tree={tree} chosenId={chosenId} onChoose={setChosenId} />
          </nav>
          <Chosen tree={tree} chosenId={chosenId} round={round} onDone={onDone} />
        </div>
      )}
      {isInstalling && templates.value && agencies.value && (
        <TemplateDialog templates={templates.value} agencies={agencies.value} onClose={closeDialog} />
      )}
    </div>
  );
}
