// What the HTTP side of the hub asks of the catalogue tree.
import type {
  NodeInput,
  NodeMatters,
  NodePlace,
  TemplateInstall,
  TemplateOutcome,
  TreeCounts,
  TreeTemplateView,
} from '#shared/protocol/tree-api.ts';
import type { Actor } from './actor.ts';

export interface TreeService {
  counts(): Promise<TreeCounts['counts']>;
  matters(nodeId: string): Promise<NodeMatters>;
  /** Throws `not-found` or `tree.…`, as do the three below. */
  add(input: NodeInput & { readonly parentId: string | null }, actor: Actor): Promise<void>;
  change(id: string, input: NodeInput, actor: Actor): Promise<void>;
  move(id: string, place: NodePlace, actor: Actor): Promise<void>;
  remove(id: string, actor: Actor): Promise<void>;
  templates(): readonly TreeTemplateView[];
  /** What `install` would add. Throws `not-found` or `store.unknown-agency`. */
  preview(templateId: string, install: TemplateInstall): Promise<TemplateOutcome>;
  install(templateId: string, install: TemplateInstall, actor: Actor): Promise<TemplateOutcome>;
}
