// The papers of a case: those made, to print or take along as Word files, and the way to make another.
import { FileText, Printer } from 'lucide';
import { useState } from 'preact/hooks';
import { type CaseDetail, casePaperKinds } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { deskLanguage, formatTime } from '../i18n/index.ts';
import type { PaperTexts } from '../state/case-papers.ts';
import { may } from '../state/session.ts';
import { CasePaperDialog } from './case-paper-dialog.tsx';
import { Icon } from './icon.tsx';

/** A paper by its name; one this page does not know keeps its own. */
function paperName(kind: string): string {
  const known = casePaperKinds.find((one) => one === kind);
  return known === undefined ? kind : t(`paper.${known}`);
}

interface PaperProps {
  readonly caseId: string;
  readonly paper: CaseDetail['papers'][number];
}

function Paper({ caseId, paper }: PaperProps) {
  const { id, kind, number, madeAt } = paper;
  const name = paperName(kind);
  const address = (as: 'html' | 'docx') =>
    `/api/cases/${caseId}/papers/${id}?${new URLSearchParams({ as, lang: deskLanguage.value })}`;
  return (
    <li class="case-file">
      <Icon node={FileText} />
      <span class="case-file-name">
        {name}
        <span class="case-second secondary numeric">
          {number === '' ? '' : `${number} · `}
          {t('papers.made', { at: formatTime(madeAt) })}
        </span>
      </span>
      {may('cases.handle') && (
        <>
          <a
            class="button button-small"
            href={address('html')}
            target="_blank"
            rel="noopener"
            aria-label={t('papers.print', { name })}
          >
            <Icon node={Printer} />
          </a>
          <a
            class="button button-small"
            href={address('docx')}
            download
            aria-label={t('papers.word', { name })}
          >
            .docx
          </a>
        </>
      )}
    </li>
  );
}

interface CasePapersProps {
  readonly detail: CaseDetail;
  /** Kept while the case is open, so that a closed dialog loses nothing. */
  readonly texts: PaperTexts;
  readonly onTexts: (texts: PaperTexts) => void;
  readonly onMade: () => Promise<void>;
}

export function CasePapers({ detail, texts, onTexts, onMade }: CasePapersProps) {
  const [isMaking, setMaking] = useState(false);
  const mayMake = may('cases.handle') && detail.isOpen && detail.erasedAt === null;
  return (
    <section class="card stack" aria-labelledby="case-papers">
      <div class="row card-head">
        <h2 id="case-papers">{t('papers.title')}</h2>
        {mayMake && (
          <button type="button" class="button button-small" onClick={() => setMaking(true)}>
            {t('papers.make')}
          </button>
        )}
      </div>
      {detail.papers.length === 0 ? (
        <p class="secondary">{t('papers.none')}</p>
      ) : (
        <ul class="case-files">
          {detail.papers.map((paper) => (
            <Paper key={paper.id} caseId={detail.id} paper={paper} />
          ))}
        </ul>
      )}
      {isMaking && (
        <CasePaperDialog
          detail={detail}
          texts={texts}
          onTexts={onTexts}
          onMade={async () => {
            setMaking(false);
            await onMade();
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </section>
  );
}
