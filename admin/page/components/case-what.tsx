// What was handed in: its words, how an answer is wanted, the record it is about, the search before it, its files.
import { Download, FileText, Image } from 'lucide';
import { useState } from 'preact/hooks';
import { wantedForms, wantedRoutes } from '#shared/cases/case-kinds.ts';
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { formatBytes } from '../i18n/index.ts';
import { caseFileAddress } from '../state/case-detail.ts';
import { CasePicture } from './case-picture.tsx';
import { type Fact, FactList } from './fact-list.tsx';
import { Icon } from './icon.tsx';

const quoted = (text: string) => (text === '' ? '' : <span class="case-words">{text}</span>);

function wishes({ wantedForm, wantedRoute, kind, mayPublish }: CaseDetail): readonly Fact[] {
  const form = wantedForms.find((one) => one === wantedForm);
  const route = wantedRoutes.find((one) => one === wantedRoute);
  return [
    [t('case.wantedForm'), form === undefined ? '' : t(`case.wantedForm.${form}`)],
    [t('case.wantedRoute'), route === undefined ? '' : t(`case.wantedRoute.${route}`)],
    [
      t('case.mayPublish'),
      kind === 'correction' ? '' : t(mayPublish ? 'case.mayPublishYes' : 'case.mayPublishNo'),
    ],
  ];
}

function TriedSearch({ tried }: { readonly tried: NonNullable<CaseDetail['triedSearch']> }) {
  const { query, offered } = tried;
  return (
    <p class="secondary">
      {t('case.triedSearch', { query })}{' '}
      {offered.length === 0 ? t('case.triedNone') : t('case.triedOffered', { count: offered.length })}
      {offered.map((code) => (
        <span key={code}>
          {' '}
          <a href={`/m/${code}`} target="_blank" rel="noopener" class="numeric">
            {code}
          </a>
        </span>
      ))}
    </p>
  );
}

type ListedFile = CaseDetail['files'][number];

function FileFacts({ file }: { readonly file: ListedFile }) {
  return (
    <span class="case-second secondary numeric">
      {t(`case.fileFrom.${file.from}`)} · {formatBytes(file.bytes)}
    </span>
  );
}

/** Pictures are looked at here, anything else in the program for it; everything can be kept. */
function FileLinks({ caseId, file }: { readonly caseId: string; readonly file: ListedFile }) {
  const [isLooking, setLooking] = useState(false);
  const { id, name, mediaType } = file;
  const address = caseFileAddress(caseId, id);
  return (
    <>
      <span class="case-file-name">
        {mediaType.startsWith('image/') ? (
          <button
            type="button"
            class="case-look"
            aria-label={t('case.fileOpen', { name })}
            onClick={() => setLooking(true)}
          >
            {name}
          </button>
        ) : (
          <span>{name}</span>
        )}
        <FileFacts file={file} />
      </span>
      <a
        class="button button-quiet button-small"
        href={address}
        download={name}
        aria-label={t('case.fileSave', { name })}
      >
        <Icon node={Download} />
      </a>
      {isLooking && <CasePicture caseId={caseId} fileId={id} name={name} onClose={() => setLooking(false)} />}
    </>
  );
}

/** A name that is not shown belongs to a file this account may not open. */
function CaseFile({ caseId, file }: { readonly caseId: string; readonly file: ListedFile }) {
  return (
    <li class="case-file">
      <Icon node={file.mediaType.startsWith('image/') ? Image : FileText} />
      {file.name === '' ? (
        <span class="case-file-name">
          {t('case.fileMasked')}
          <FileFacts file={file} />
        </span>
      ) : (
        <FileLinks caseId={caseId} file={file} />
      )}
    </li>
  );
}

export function CaseFiles({ detail }: { readonly detail: CaseDetail }) {
  return (
    <section class="card stack" aria-labelledby="case-files">
      <h2 id="case-files">{t('case.files')}</h2>
      {detail.files.length === 0 ? (
        <p class="secondary">{t('case.filesNone')}</p>
      ) : (
        <ul class="case-files">
          {detail.files.map((file) => (
            <CaseFile key={file.id} caseId={detail.id} file={file} />
          ))}
        </ul>
      )}
    </section>
  );
}

export function CaseWhat({ detail }: { readonly detail: CaseDetail }) {
  const { kind, title, content, wrong, right, triedSearch, record } = detail;
  const facts: readonly Fact[] = [
    [t('case.title'), title],
    [t(kind === 'request' ? 'case.contentRequest' : 'case.content'), quoted(content)],
    [t('case.wrong'), quoted(wrong)],
    [t('case.right'), quoted(right)],
    ...wishes(detail),
    [t('case.record'), record === null ? '' : <a href={`/admin/records/${record.id}`}>{record.title}</a>],
  ];
  return (
    <section class="card stack" aria-labelledby="case-what">
      <h2 id="case-what">{t('case.what')}</h2>
      <FactList look="case-facts" facts={facts} />
      {triedSearch !== null && <TriedSearch tried={triedSearch} />}
    </section>
  );
}
