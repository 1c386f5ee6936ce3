// The common header of a record: the fields every kind shares.
import { type Validity, validities, type WrittenKind, writtenKinds } from '#shared/catalogue/record.ts';
import type { Agency } from '#shared/catalogue/venue.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { t } from '../i18n/index.ts';
import { useTree } from '../state/agencies.ts';
import { emptyDetails } from '../state/detail-fields.ts';
import { nodeOptions } from '../state/node-options.ts';
import { LinesField, SelectField, TextField } from './fields.tsx';
import { MatterField } from './matter-field.tsx';
import { ShownFields } from './shown-fields.tsx';

interface HeaderFormProps {
  readonly agencies: readonly Agency[];
  readonly content: RecordInput;
  /** The kind of a stored record stays what it is: another kind is another record. */
  readonly isNew: boolean;
  readonly onChange: (change: Partial<RecordInput>) => void;
}

export function HeaderForm({ content, agencies, isNew, onChange }: HeaderFormProps) {
  const tree = useTree();
  const kinds = writtenKinds.filter((kind) => isNew || kind === content.kind);
  const text = (key: 'docNo' | 'indexNo' | 'topic' | 'genre', hint?: string) => (
    <TextField
      label={t(`header.${key}`)}
      value={content[key] ?? ''}
      onChange={(value) => onChange({ [key]: value })}
      {...(hint ? { hint } : {})}
    />
  );
  const date = (key: 'date' | 'publishedOn' | 'expiresOn') => (
    <TextField
      label={t(`header.${key}`)}
      value={content[key] ?? ''}
      hint={t('header.dateHint')}
      onChange={(value) => onChange({ [key]: value })}
    />
  );
  // The kind decides what there is to fill in: of a new record it is asked first.
  const kindAndOwner = (
    <>
      <SelectField
        label={t('records.kind')}
        value={content.kind}
        options={kinds.map((kind) => [kind, t(`kind.${kind}`)])}
        onChange={(kind) =>
          onChange({ kind: kind as WrittenKind, details: emptyDetails(kind as WrittenKind) })
        }
      />
      <SelectField
        label={t('records.agency')}
        isRequired
        none={t('editor.choose')}
        value={content.agencyId}
        options={agencies.map(({ id, name }) => [id, name])}
        onChange={(agencyId) => onChange({ agencyId })}
      />
    </>
  );
  return (
    <section class="card stack" aria-labelledby="editor-header">
      <h2 id="editor-header">{t('editor.header')}</h2>
      {isNew && <div class="form-grid">{kindAndOwner}</div>}
      <TextField
        label={t('header.title')}
        isRequired
        value={content.title}
        onChange={(title) => onChange({ title: title ?? '' })}
      />
      <div class="form-grid">
        {!isNew && kindAndOwner}
        {text('docNo')}
        {text('indexNo')}
        {date('date')}
        {date('publishedOn')}
        {text('topic')}
        {text('genre')}
        <SelectField
          label={t('header.validity')}
          value={content.validity}
          options={validities.map((validity) => [validity, t(`validity.${validity}`)])}
          onChange={(validity) => onChange({ validity: validity as Validity })}
        />
        {date('expiresOn')}
        <SelectField
          label={t('header.node')}
          none={t('editor.noNode')}
          value={content.nodeId ?? ''}
          options={nodeOptions(tree.value ?? [])}
          onChange={(nodeId) => onChange({ nodeId: nodeId || null })}
        />
      </div>
      <ShownFields content={content} onChange={onChange} />
      <TextField
        label={t('header.summary')}
        isLong
        value={content.summary}
        hint={t('header.summaryHint', { count: [...content.summary].length })}
        onChange={(summary) => onChange({ summary: summary ?? '' })}
      />
      {content.kind !== 'matter' && (
        <MatterField value={content.matterId} onChange={(matterId) => onChange({ matterId })} />
      )}
      <LinesField
        label={t('header.keywords')}
        value={content.keywords}
        onChange={(keywords) => onChange({ keywords: [...keywords] })}
      />
    </section>
  );
}
