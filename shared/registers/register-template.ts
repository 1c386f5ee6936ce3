// What a ready-made register is: a definition, its titles, and the headings offices give its columns.
import type { Mask, RegisterColumn } from '../catalogue/register.ts';
import type { RegisterCheck, RegisterDefinition, ViewChoice } from './register-definition.ts';

/** A ready-made register. */
export interface RegisterTemplate {
  /** The same as the definition's id. */
  readonly id: string;
  readonly titles: { readonly zh: string; readonly en: string };
  readonly definition: RegisterDefinition;
  /** Column key → headings it is known by, folded; the column's own title among them. */
  readonly headings: ReadonlyMap<string, readonly string[]>;
  /** Headings of any of these groups must all be met for the template to be recognised. */
  readonly needs: readonly (readonly string[])[];
  /** Words in a table's title or headings that speak for the template; required where `needsWords`. */
  readonly words: RegExp;
  readonly needsWords: boolean;
  /** Columns of two years, the earlier first: they take the headings of the sheet as their titles. */
  readonly years: { readonly previous: string; readonly current: string } | null;
}

/** A column as templates write it: flags as words, other headings behind it. */
export interface ColumnSpec extends Partial<Pick<RegisterColumn, 'unit' | 'roles'>> {
  readonly key: string;
  readonly title: string;
  readonly type: RegisterColumn['type'];
  readonly mask?: Mask;
  /** `search`, `facet`, `sort`, and `quiet` for what is not shown. */
  readonly is?: string;
  /** Other headings it is known by, parted by blanks. */
  readonly also?: string;
}

/** A template as it is written down. */
export interface TemplateSpec {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly summary: string;
  readonly updateRule: string;
  readonly columns: readonly ColumnSpec[];
  readonly views: readonly ViewChoice[];
  readonly checks: readonly RegisterCheck[];
  readonly needs: readonly (readonly string[])[];
  readonly words: RegExp;
  /** True unless said otherwise: headings alone are too common. */
  readonly needsWords?: boolean;
  readonly years?: RegisterTemplate['years'];
}

/** Completes a template from what is written down of it. */
export function makeTemplate(spec: TemplateSpec): RegisterTemplate {
  return {
    id: spec.id,
    titles: { zh: spec.zh, en: spec.en },
    definition: {
      id: spec.id,
      template: spec.id,
      title: spec.zh,
      summary: spec.summary,
      columns: spec.columns.map(makeColumn),
      views: spec.views,
      checks: spec.checks,
      updateRule: spec.updateRule,
    },
    headings: new Map(
      spec.columns.map(({ key, title, also = '' }) => [
        key,
        [title, ...also.split(' ').filter((name) => name !== '')],
      ]),
    ),
    needs: spec.needs,
    words: spec.words,
    needsWords: spec.needsWords ?? true,
    years: spec.years ?? null,
  };
}

function makeColumn({ key, title, type, unit, mask, roles, is = '' }: ColumnSpec): RegisterColumn {
  const flags = new Set(is.split(' '));
  return {
    key,
    title,
    type,
    unit: unit ?? null,
    isSearchable: flags.has('search'),
    isShown: !flags.has('quiet'),
    isFacet: flags.has('facet'),
    isSortable: flags.has('sort'),
    mask: mask ?? 'none',
    roles: roles ?? [],
  };
}
