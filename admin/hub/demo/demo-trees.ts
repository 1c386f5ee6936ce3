// The ready-made trees of the demonstration venue, and the agency each is installed for.
import { findAgencyId } from '../editorial/agencies.ts';
import type { Desk } from '../editorial/desk.ts';
import { installTemplate } from '../editorial/install-template.ts';
import type { Actor } from '../http/hub-services.ts';

const trees: readonly (readonly [template: string, agency: string])[] = [
  ['party', '渚口街道办事处'],
  ['village', '石笕镇人民政府'],
  ['water', '明渚区水务局'],
];

/** Before the content is imported, which hangs on their nodes and fulfils their matters. */
export async function installDemoTrees(desk: Desk, actor: Actor): Promise<void> {
  for (const [template, agency] of trees) {
    const agencyId = await findAgencyId(desk.db, agency);
    if (agencyId === null) continue;
    await installTemplate(desk, template, { agencyId, sections: [], approve: false }, actor, 'demo');
  }
}
