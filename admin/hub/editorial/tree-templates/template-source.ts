// The form the ready-made trees are written in: nodes with their matters, each matter one short row.
import type { Channel, MatterDetails } from '#shared/catalogue/details.ts';

/** Title, what must be public (公开内容), by when (公开时限), and its own basis where it differs from the node's. */
export type MatterRow = readonly [title: string, elements: string, deadline: string, basis?: string];

/** What matters have in common unless their node says otherwise. */
export interface MatterDefaults {
  readonly channels: readonly Channel[];
  readonly tiers: MatterDetails['tiers'];
  readonly audience?: MatterDetails['audience'];
  readonly audienceNote?: string;
}

export interface NodeSource extends Partial<MatterDefaults> {
  /** Stable for ever: installing again finds the node by it, whatever staff have named it since. */
  readonly id: string;
  /** The node it hangs under; null for the root of the tree. */
  readonly under: string | null;
  readonly title: string;
  readonly basis?: string;
  /** The 领域 its matters are filed under; the node's title is then not one of their levels. */
  readonly isField?: boolean;
  readonly matters?: readonly MatterRow[];
}

export interface TemplateSource {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly defaults: MatterDefaults;
  readonly nodes: readonly NodeSource[];
}
