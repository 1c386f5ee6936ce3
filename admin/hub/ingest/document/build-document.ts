// Makes one record of a single document: Word, PDF, HTML, plain text or Markdown.
import { cleanName } from '#shared/catalogue/clean-text.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { buildDraft } from '../build-draft.ts';
import type {
  DraftAttachment,
  ImportKind,
  IngestEvent,
  IngestOptions,
  ListKind,
  RowProblem,
} from '../draft.ts';
import { FieldBag } from '../field-bag.ts';
import { htmlToText } from '../html-to-text.ts';
import { ingestLimits } from '../limits.ts';
import { lookedForHeadings } from '../recognise-kind.ts';
import { readDocumentHeader, stemOf, titleOfFileName, titleUnderRedHead } from './document-header.ts';

/** A document as a reader understood it. */
export interface ReadDocument {
  readonly fileName: string;
  readonly bodyHtml: string;
  readonly bodyText: string;
  /** Title the document itself marks as such (a first-level heading, a title element). */
  readonly markedTitle: string | null;
  /** Title guessed from its looks; weaker than a speaking file name. */
  readonly guessedTitle: string | null;
  /** What the header (labels, number, signature) is looked for in, when that is not the body. */
  readonly headerText?: string;
  readonly attachments: readonly DraftAttachment[];
  readonly problems: readonly Pick<RowProblem, 'code' | 'details'>[];
}

/** The kind a single document is imported as. Throws `ingest.no-header`: a document is no table. */
export function documentKind(as: ImportKind | null): Exclude<ListKind, 'matters'> {
  if (as === 'matters') throw new AppError('ingest.no-header', { lookedFor: lookedForHeadings('matters') });
  if (as === 'register') throw new AppError('ingest.no-header', { lookedFor: lookedForHeadings('register') });
  return as ?? 'documents';
}

/** The events of a file that is one document. */
export function* documentEvents(document: ReadDocument, options: IngestOptions): Generator<IngestEvent> {
  const as = documentKind(options.as);
  const { values, signedBy } = readDocumentHeader(
    (document.headerText ?? document.bodyText).split('\n'),
    options.today,
  );
  if (!values.has('title')) values.set('title', { value: titleOf(document), column: '' });
  const bag = new FieldBag(1, values, options.today);
  const { draft, problems } = buildDraft(as, bag, options.agencyName ?? signedBy);
  yield { type: 'recognised', as, columns: [], headerRow: null };
  const own = document.problems.map((problem): RowProblem => ({ row: 1, column: null, ...problem }));
  if (draft === null) yield { type: 'rejected', row: 1, problems };
  else {
    const { attachments } = document;
    const bodyHtml = withoutTitle(document.bodyHtml, draft.title);
    const bodyText = bodyHtml === document.bodyHtml ? document.bodyText : htmlToText(bodyHtml);
    yield {
      type: 'accepted',
      row: 1,
      draft: { ...draft, bodyHtml, bodyText, attachments },
      warnings: [...own, ...problems],
    };
  }
}

function titleOf({ markedTitle, guessedTitle, fileName, bodyText }: ReadDocument): string {
  const firstLine = bodyText.split('\n').find((line) => line.trim().length >= 2 && line.length <= 120);
  const candidates = [
    markedTitle,
    titleOfFileName(fileName),
    titleUnderRedHead(bodyText),
    guessedTitle,
    firstLine,
    stemOf(fileName),
  ];
  const title = candidates
    .map((candidate) => cleanName(candidate ?? ''))
    .find((candidate) => candidate.length >= 2);
  return (title ?? stemOf(fileName)).slice(0, ingestLimits.titleCharacters);
}

/** A body that opens with its own title as a heading would say it twice. */
function withoutTitle(html: string, title: string): string {
  const opening = /^<h[23]>((?:(?!<\/h[23]>)[\s\S]){1,600})<\/h[23]>/u.exec(html);
  const heading = cleanName(htmlToText(opening?.[0] ?? '')).replace(/\s/gu, '');
  return heading !== '' && heading === title.replace(/\s/gu, '')
    ? html.slice(opening?.[0].length ?? 0)
    : html;
}

/** The text of the first first-level heading of HTML from outside; null when there is none. */
export function firstHeading(html: string): string | null {
  const inner = /<h1[^>]*>([\s\S]{1,2000}?)<\/h1>/iu.exec(html)?.[1];
  const text = inner === undefined ? '' : cleanName(htmlToText(inner.replace(/<[^>]*>/gu, '')));
  return text === '' ? null : text;
}
