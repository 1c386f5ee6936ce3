// One node of the tree in the hand of staff: its name and basis, its place, its end, and what is added below it.
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { longestNodeBasis, longestNodeTitle } from '#shared/protocol/tree-api.ts';
import { t } from '../i18n/index.ts';
import { nodeOptions } from '../state/node-options.ts';
import { childrenOf, figuresOf, idsBelow, type TreeWork, useTreeAct } from '../state/tree-work.ts';
import type { Confirm } from './confirm.tsx';
import { SelectField, TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';

interface NodeCardProps {
  readonly node: TreeNode;
  readonly tree: TreeWork;
  readonly confirm: Confirm;
  readonly onDone: (nodes: readonly TreeNode[]) => void;
}
type Act = ReturnType<typeof useTreeAct>;

/** An empty field for `null`: the root. */
const rootValue = '';

function NameForm({ node, act }: { readonly node: TreeNode; readonly act: Act }) {
  const [title, setTitle] = useState(node.title);
  const [basis, setBasis] = useState(node.basis);
  const isChanged = title !== node.title || (basis ?? '') !== (node.basis ?? '');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await act.act('PUT', `/tree/nodes/${node.id}`, { title: title.trim(), basis });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <div class="form-grid">
        <TextField
          label={t('tree.nodeTitle')}
          isRequired
          maxLength={longestNodeTitle}
          value={title}
          onChange={(words) => setTitle(words ?? '')}
        />
        <TextField
          label={t('tree.nodeBasis')}
          maxLength={longestNodeBasis}
          hint={t('tree.nodeBasisHint')}
          value={basis ?? ''}
          onChange={setBasis}
        />
      </div>
      <div class="row">
        <button type="submit" class="button button-primary" disabled={!isChanged || act.isBusy}>
          {t('app.save')}
        </button>
      </div>
    </form>
  );
}

function PlaceForm({ node, tree, act }: Omit<NodeCardProps, 'confirm' | 'onDone'> & { readonly act: Act }) {
  const [parent, setParent] = useState(node.parentId ?? rootValue);
  const siblings = childrenOf(tree.nodes, node.parentId);
  const at = siblings.findIndex(({ id }) => id === node.id);
  const below = new Set(idsBelow(tree.nodes, node.id));
  const options = nodeOptions(tree.nodes).filter(([id]) => !below.has(id));
  const move = (parentId: string | null, position: number) =>
    act.act('PUT', `/tree/nodes/${node.id}/place`, { parentId, position });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const parentId = parent === rootValue ? null : parent;
    await move(parentId, childrenOf(tree.nodes, parentId).length);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <h3>{t('tree.place')}</h3>
      <div class="row tree-place">
        <button
          type="button"
          class="button"
          disabled={at <= 0 || act.isBusy}
          onClick={() => move(node.parentId, at - 1)}
        >
          <Icon node={ArrowUp} /> {t('tree.up')}
        </button>
        <button
          type="button"
          class="button"
          disabled={at >= siblings.length - 1 || act.isBusy}
          onClick={() => move(node.parentId, at + 1)}
        >
          <Icon node={ArrowDown} /> {t('tree.down')}
        </button>
        <SelectField
          label={t('tree.moveUnder')}
          none={t('tree.root')}
          value={parent}
          options={options}
          onChange={setParent}
        />
        <button type="submit" class="button" disabled={parent === (node.parentId ?? rootValue) || act.isBusy}>
          {t('tree.move')}
        </button>
      </div>
    </form>
  );
}

/** Adds a node under `parent`, or at the top for null. */
export function AddNodeForm({ parent, act }: { readonly parent: TreeNode | null; readonly act: Act }) {
  const [title, setTitle] = useState('');
  const heading = parent === null ? t('tree.addRoot') : t('tree.addUnder', { title: parent.title });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { parentId: parent?.id ?? null, title: title.trim(), basis: null };
    if (await act.act('POST', '/tree/nodes', body)) setTitle('');
  };
  return (
    <form class="stack" onSubmit={submit}>
      <h3>{heading}</h3>
      <div class="row tree-place">
        <TextField
          label={t('tree.newTitle')}
          isRequired
          maxLength={longestNodeTitle}
          value={title}
          onChange={(words) => setTitle(words ?? '')}
        />
        <button type="submit" class="button" disabled={title.trim() === '' || act.isBusy}>
          <Icon node={Plus} /> {t('tree.add')}
        </button>
      </div>
    </form>
  );
}

function RemoveLine({ node, tree, confirm, act }: NodeCardProps & { readonly act: Act }) {
  const { matters, others } = figuresOf(tree, node.id);
  const isEmpty = matters + others + childrenOf(tree.nodes, node.id).length === 0;
  const remove = async () => {
    const isSure = await confirm.ask(t('tree.removeAsk', { title: node.title }), t('tree.remove'));
    if (isSure) await act.act('DELETE', `/tree/nodes/${node.id}`);
  };
  return (
    <div class="row">
      <button
        type="button"
        class="button button-danger"
        disabled={!isEmpty || act.isBusy}
        aria-describedby="remove-why"
        onClick={remove}
      >
        <Icon node={Trash2} /> {t('tree.remove')}
      </button>
      <span id="remove-why" class="secondary">
        {isEmpty ? '' : t('tree.removeWhy')}
      </span>
    </div>
  );
}

export function NodeCard(props: NodeCardProps) {
  const { node, tree } = props;
  const act = useTreeAct(props.onDone);
  return (
    <section class="card stack" aria-label={node.title}>
      <h2>{node.title}</h2>
      {act.error !== null && <ProblemNotice error={act.error} />}
      <NameForm node={node} act={act} />
      <PlaceForm node={node} tree={tree} act={act} />
      <AddNodeForm parent={node} act={act} />
      <RemoveLine {...props} act={act} />
    </section>
  );
}
