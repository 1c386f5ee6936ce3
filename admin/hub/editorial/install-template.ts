// Installs a ready-made tree: adds the nodes and matters that are not there yet, beside everything that is.
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { TemplateInstall, TemplateOutcome } from '#shared/protocol/tree-api.ts';
import type { Actor } from '../http/hub-services.ts';
import { markApproved } from '../workflow/approve-versions.ts';
import { refuseApproval } from '../workflow/import-approval.ts';
import { recordAudit } from './audit.ts';
import { treeIds } from './default-tree.ts';
import { type Desk, withTransaction } from './desk.ts';
import { identityKey, nameKey } from './identity-keys.ts';
import { type StoredContent, sha256Hex } from './stored-content.ts';
import { insertNode, listTree } from './tree.ts';
import {
  findTemplate,
  type TemplateMatter,
  type TemplateNode,
  type TreeTemplate,
} from './tree-templates/load-templates.ts';
import { insertRecord } from './write-version.ts';

/** Everything an install would do, worked out before anything is written. */
interface Plan {
  readonly nodes: readonly TreeNode[];
  readonly matters: readonly { readonly content: StoredContent; readonly importHash: string }[];
  readonly outcome: TemplateOutcome;
}

/** What installing would add. Throws `not-found` for an unknown template, `store.unknown-agency` for an agency. */
export async function previewTemplate(
  desk: Desk,
  id: string,
  install: TemplateInstall,
): Promise<TemplateOutcome> {
  return (await planInstall(desk, knownTemplate(id), install)).outcome;
}

/** Installs what is missing, all or nothing. Throws as `previewTemplate` does, or `workflow.import-approval`. */
export async function installTemplate(
  desk: Desk,
  id: string,
  install: TemplateInstall,
  actor: Actor,
  origin: 'editor' | 'demo' = 'editor',
): Promise<TemplateOutcome> {
  const template = knownTemplate(id);
  if (install.approve) await refuseApproval(desk, actor);
  return withTransaction(desk, async (inside) => {
    const { nodes, matters, outcome } = await planInstall(inside, template, install);
    for (const node of nodes) await insertNode(inside.db, node);
    const ids: string[] = [];
    for (const { content, importHash } of matters) {
      const by = { who: actor.name, origin, batchId: null, importHash };
      ids.push(await insertRecord(inside, content, null, by));
    }
    if (install.approve) await markApproved(inside, ids, actor.name);
    await recordAudit(inside, {
      who: actor.name,
      action: 'tree.install',
      subject: template.title,
      details: { template: id, nodes: nodes.length, records: matters.length, isApproved: install.approve },
    });
    return outcome;
  });
}

function knownTemplate(id: string): TreeTemplate {
  const template = findTemplate(id);
  if (template === null) throw new AppError('not-found', { what: id.slice(0, 60) });
  return template;
}

async function planInstall(desk: Desk, template: TreeTemplate, install: TemplateInstall): Promise<Plan> {
  const owner = await ownersOf(desk, install);
  const wanted = wantedNodes(template, owner);
  const placer = createPlacer(await listTree(desk.db));
  const nodes: TreeNode[] = [];
  const matters: Plan['matters'][number][] = [];
  let keptMatters = 0;
  for (const node of template.nodes.filter(({ id }) => wanted.has(id))) {
    const { node: place, isNew } = placer.place(node);
    if (isNew) nodes.push(place);
    const agencyId = owner(node.id);
    for (const matter of agencyId === null ? [] : node.matters) {
      const planned = planMatter(template, node, matter, agencyId as string, place.id);
      if (await isKnown(desk, planned)) keptMatters++;
      else matters.push(planned);
    }
  }
  const keptNodes = wanted.size - nodes.length;
  return {
    nodes,
    matters,
    outcome: { nodes: nodes.length, matters: matters.length, keptNodes, keptMatters },
  };
}

/** Whose the matters of a node are; null leaves them out. */
async function ownersOf(
  desk: Desk,
  { agencyId, sections }: TemplateInstall,
): Promise<(nodeId: string) => string | null> {
  const bySection = new Map(sections.map((section) => [section.node, section.agencyId]));
  const named = new Set([agencyId, ...bySection.values()].filter((id) => id !== null));
  for (const id of named) {
    const known = await desk.db.selectFrom('agencies').select('id').where('id', '=', id).executeTakeFirst();
    if (known === undefined) throw new AppError('store.unknown-agency', { agency: id });
  }
  return (nodeId) => {
    const own = bySection.get(nodeId);
    return own === undefined ? agencyId : own;
  };
}

/** The nodes with matters to install, and those above them. */
function wantedNodes(template: TreeTemplate, owner: (id: string) => string | null): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const { id, parentId, matters } of template.nodes.toReversed()) {
    const isWanted = wanted.has(id) || (matters.length > 0 && owner(id) !== null);
    if (!isWanted) continue;
    wanted.add(id);
    if (parentId !== null) wanted.add(parentId);
  }
  return wanted;
}

/**
 * Finds each node of the template in the tree, or makes it: by its id, whatever it is called now; else by its title
 * under the same parent. A field the tree has as a section of the regulation (社会救助) is that section, as it is
 * for imported matters.
 */
function createPlacer(tree: readonly TreeNode[]) {
  const placed = new Map<string, TreeNode>();
  const all = [...tree];
  const child = (parentId: string | null, title: string) =>
    all.find((node) => node.parentId === parentId && nameKey(node.title) === nameKey(title));
  const find = (node: TemplateNode, parentId: string | null) =>
    all.find(({ id }) => id === node.id) ??
    child(parentId, node.title) ??
    (node.isField ? child(treeIds.proactive, node.title) : undefined);
  const make = (node: TemplateNode, parentId: string | null): TreeNode => {
    const siblings = all.filter((one) => one.parentId === parentId);
    const order = Math.max(0, ...siblings.map((one) => one.order)) + 1;
    return { id: node.id, parentId, title: node.title, basis: node.basis, order };
  };
  return {
    place: (node: TemplateNode): { node: TreeNode; isNew: boolean } => {
      const parentId = node.parentId === null ? null : (placed.get(node.parentId)?.id ?? null);
      const known = find(node, parentId);
      const place = known ?? make(node, parentId);
      if (known === undefined) all.push(place);
      placed.set(node.id, place);
      return { node: place, isNew: known === undefined };
    },
  };
}

function planMatter(
  template: TreeTemplate,
  node: TemplateNode,
  { title, details }: TemplateMatter,
  agencyId: string,
  nodeId: string,
): Plan['matters'][number] {
  const content: StoredContent = {
    kind: 'matter',
    title,
    agencyId,
    docNo: null,
    indexNo: null,
    date: null,
    publishedOn: null,
    topic: null,
    genre: null,
    nodeId,
    matterId: null,
    summary: '',
    keywords: [],
    validity: 'unknown',
    expiresOn: null,
    details,
    attachments: [],
  };
  // Stays with the matter whatever staff make of it, so that installing again knows it.
  const importHash = sha256Hex(['tree-template', template.id, node.id, title, agencyId].join('\n'));
  return { content, importHash };
}

async function isKnown(desk: Desk, { content, importHash }: Plan['matters'][number]): Promise<boolean> {
  const known = await desk.db
    .selectFrom('records')
    .select('id')
    .where((table) =>
      table.or([table('import_hash', '=', importHash), table('identity_key', '=', identityKey(content))]),
    )
    .limit(1)
    .executeTakeFirst();
  return known !== undefined;
}
