// The catalogue tree as the hub's HTTP side works with it.
import type { TreeService } from '../http/tree-port.ts';
import type { Desk } from './desk.ts';
import { installTemplate, previewTemplate } from './install-template.ts';
import { addNode, changeNode, moveNode, removeNode } from './tree-edits.ts';
import { countOnNodes, listNodeMatters } from './tree-matters.ts';
import { listTemplates } from './tree-templates/list-templates.ts';

export function createTreeService(desk: Desk): TreeService {
  return {
    counts: () => countOnNodes(desk.db),
    matters: (nodeId) => listNodeMatters(desk.db, nodeId),
    add: (input, actor) => addNode(desk, input, actor),
    change: (id, input, actor) => changeNode(desk, id, input, actor),
    move: (id, place, actor) => moveNode(desk, id, place, actor),
    remove: (id, actor) => removeNode(desk, id, actor),
    templates: listTemplates,
    preview: (id, install) => previewTemplate(desk, id, install),
    install: (id, install, actor) => installTemplate(desk, id, install, actor),
  };
}
