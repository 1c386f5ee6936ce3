// What a source would bring: which field becomes what, to be changed, and the first items as they would arrive.
import { CircleAlert } from 'lucide';
import {
  type FeedPreview,
  type FeedSourceInput,
  type FeedTarget,
  feedTargets,
} from '#shared/protocol/feeds-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { automatic, choiceOf, fieldChoice, leftOut, withChoice } from '../state/feed-draft.ts';
import { Icon } from './icon.tsx';
import { ScrollArea } from './scroll-area.tsx';

interface FeedPreviewProps {
  readonly preview: FeedPreview;
  readonly draft: FeedSourceInput;
  readonly onChange: (draft: FeedSourceInput) => void;
}

export function FeedPreviewCard({ preview, draft, onChange }: FeedPreviewProps) {
  const { format, title, items, notes, samples } = preview;
  const found = {
    format: t(`feeds.format.${format}`),
    title: title || t('feeds.preview.untitled'),
    count: formatCount(items),
  };
  return (
    <section class="feed-preview stack" aria-labelledby="feed-preview-title">
      <h3 id="feed-preview-title">{t('feeds.preview.title')}</h3>
      <p role="status">{t('feeds.preview.found', found)}</p>
      <Problems problems={notes} />
      {items === 0 ? (
        <p class="secondary">{t('feeds.preview.empty')}</p>
      ) : (
        <MappingTable preview={preview} draft={draft} onChange={onChange} />
      )}
      {samples.length > 0 && <h3>{t('feeds.preview.samples')}</h3>}
      <ol class="feed-samples">
        {samples.map((sample, at) => (
          // Samples are replaced as a whole and never move.
          <Sample key={at} sample={sample} />
        ))}
      </ol>
    </section>
  );
}

function MappingTable({ preview, draft, onChange }: FeedPreviewProps) {
  return (
    <>
      <h3>{t('feeds.preview.mapping')}</h3>
      <p class="secondary">{t('feeds.preview.mappingLead')}</p>
      <ScrollArea label={t('feeds.preview.mapping')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('feeds.preview.target')}</th>
              <th scope="col">{t('feeds.preview.field')}</th>
              <th scope="col">{t('feeds.preview.sample')}</th>
            </tr>
          </thead>
          <tbody>
            {feedTargets.map((target) => (
              <MappingRow key={target} target={target} preview={preview} draft={draft} onChange={onChange} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}

function MappingRow({
  target,
  preview,
  draft,
  onChange,
}: FeedPreviewProps & { readonly target: FeedTarget }) {
  const choice = choiceOf(draft, target);
  const told = draft.mapping.fields[target];
  const found = told === undefined ? preview.chosen[target] : told;
  const paths = preview.fields.map(({ path }) => path);
  const known = told && !paths.includes(told) ? [told, ...paths] : paths;
  const sample = preview.fields.find(({ path }) => path === found)?.sample ?? '';
  const automaticWords =
    told === undefined && found ? t('feeds.preview.auto', { field: found }) : t('feeds.preview.autoNone');
  return (
    <tr>
      <th scope="row">{t(`feeds.target.${target}`)}</th>
      <td>
        <select
          class="input"
          aria-label={t(`feeds.target.${target}`)}
          value={choice}
          onChange={(event) => onChange(withChoice(draft, target, event.currentTarget.value))}
        >
          <option value={automatic}>{automaticWords}</option>
          <option value={leftOut}>{t('feeds.preview.leaveOut')}</option>
          {known.map((path) => (
            <option key={path} value={fieldChoice(path)}>
              {path}
            </option>
          ))}
        </select>
      </td>
      <td class="grow secondary feed-sample-cell" title={sample}>
        {sample}
      </td>
    </tr>
  );
}

function Sample({ sample }: { readonly sample: FeedPreview['samples'][number] }) {
  const { title, link, docNo, summary, bodyText, problems } = sample;
  const dates = { published: sample.publishedOn ?? '—', date: sample.date ?? '—' };
  return (
    <li>
      <b>{title}</b>
      <p class="secondary">
        {[docNo, t('feeds.preview.dates', dates)].filter(Boolean).join(' · ')}
        {link !== null && (
          <>
            {' · '}
            <a href={link} target="_blank" rel="noreferrer noopener">
              {t('feeds.original')}
            </a>
          </>
        )}
      </p>
      {summary !== '' && <p>{summary}</p>}
      <p class="feed-sample-body">{bodyText || t('feeds.preview.noBody')}</p>
      <Problems problems={problems} />
    </li>
  );
}

/** What is worth knowing, each in words. */
export function Problems({
  problems,
}: {
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}) {
  if (problems.length === 0) return null;
  return (
    <ul class="feed-problems">
      {problems.map(({ message }, at) => (
        // The list is shown as it came and never moves.
        <li key={at}>
          <Icon node={CircleAlert} /> {message}
        </li>
      ))}
    </ul>
  );
}
