// Which registers a table could go into, and why: existing ones and ready-made ones by the columns that match.
import { isRowNumber, mapHeadings } from '#shared/registers/headings.ts';
import {
  parseDefinition,
  type RegisterDefinition,
  titleColumn,
} from '#shared/registers/register-definition.ts';
import { registerTemplates } from '#shared/registers/templates.ts';
import type { RegisterCandidate } from '../http/import-service.ts';
import type { Database } from '../store/tables.ts';

/** Fewer matching columns than these are chance. */
const leastMatching = 2;
const leastShare = 0.4;
const mostCandidates = 6;

/** The registers whose columns fit best, the best first; those of another agency are left out where one is bound to one. */
export async function registerCandidates(
  db: Database,
  headings: readonly string[],
  scope: string | null,
): Promise<readonly RegisterCandidate[]> {
  const existing = await loadExisting(db, scope);
  const taken = new Set(existing.map(({ id }) => id));
  const readyMade = registerTemplates.map(({ definition }) => definition).filter(({ id }) => !taken.has(id));
  return [
    ...existing.flatMap((definition) => fitOf(definition, headings, true) ?? []),
    ...readyMade.flatMap((definition) => fitOf(definition, headings, false) ?? []),
  ]
    .sort((a, b) => b.share - a.share || b.matching.length - a.matching.length)
    .slice(0, mostCandidates);
}

/** Definitions under the name staff call each register by. */
async function loadExisting(db: Database, scope: string | null): Promise<readonly RegisterDefinition[]> {
  let query = db
    .selectFrom('registers as register')
    .innerJoin('register_versions as form', (join) =>
      join.onRef('form.register_id', '=', 'register.id').onRef('form.version', '=', 'register.version'),
    )
    .select(['register.slug', 'form.definition_json'])
    .orderBy('register.updated_at', 'desc');
  if (scope !== null) query = query.where('register.agency_id', '=', scope);
  const rows = await query.execute();
  return rows.map(({ slug, definition_json }) => ({
    ...parseDefinition(JSON.parse(definition_json)),
    id: slug,
  }));
}

function fitOf(
  definition: RegisterDefinition,
  headings: readonly string[],
  isExisting: boolean,
): RegisterCandidate | null {
  const mapping = mapHeadings(definition, headings);
  if (!mapping.includes(titleColumn(definition).key)) return null;
  const counted = headings.flatMap((heading, at) =>
    heading.trim() === '' || isRowNumber(heading) ? [] : [{ heading, key: mapping[at] ?? null }],
  );
  const matching = counted.filter(({ key }) => key !== null).map(({ heading }) => heading);
  const share = matching.length / Math.max(1, counted.length);
  if (matching.length < leastMatching || share < leastShare) return null;
  const unknown = counted.filter(({ key }) => key === null).map(({ heading }) => heading);
  return { register: definition.id, title: definition.title, isExisting, share, matching, unknown };
}
