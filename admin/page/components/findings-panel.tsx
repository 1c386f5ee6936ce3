// The panel of findings in the editor: what must be answered, hints, what was mended, and answering many at once.
import { FileCheck2, Link2, RefreshCw } from 'lucide';
import { useState } from 'preact/hooks';
import { ruleName } from '#shared/lint/rule-words.ts';
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import type { AnswerFindings, ListedFinding, RecordFindings } from '#shared/protocol/lint-api.ts';
import { deskLanguage, formatCount, t } from '../i18n/index.ts';
import { type FindingsState, useFindings } from '../state/findings.ts';
import { may } from '../state/session.ts';
import { FindingItem } from './finding-item.tsx';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';

const answers = ['intended', 'false-alarm', 'mended', 'clear'] as const;

function AnswerBar({
  chosen,
  findings,
  onDone,
}: {
  readonly chosen: ReadonlySet<string>;
  readonly findings: FindingsState;
  readonly onDone: () => void;
}) {
  const [reason, setReason] = useState('');
  const give = async (answer: AnswerFindings['answer']) => {
    if (!(await findings.answer([...chosen], answer, reason.trim()))) return;
    setReason('');
    onDone();
  };
  return (
    <div class="finding-bar">
      <p class="numeric">{t('lint.selected', { count: formatCount(chosen.size) })}</p>
      <div class="field field-wide">
        <label for="finding-reason">{t('lint.reason')}</label>
        <input
          id="finding-reason"
          class="input"
          maxLength={500}
          value={reason}
          aria-describedby="finding-reason-hint"
          onInput={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <p class="hint" id="finding-reason-hint">
          {t('lint.reasonHint')}
        </p>
      </div>
      <div class="row">
        {answers.map((answer) => (
          <button
            key={answer}
            type="button"
            class="button"
            disabled={findings.isBusy || (answer === 'intended' && reason.trim() === '')}
            onClick={() => give(answer)}
          >
            {t(`lint.answer.${answer}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Buttons that select every finding of one sort, where there are several. */
function SameSort(props: {
  readonly list: readonly ListedFinding[];
  readonly onSelect: (ids: readonly string[]) => void;
}) {
  const bySort = Map.groupBy(props.list, ({ rule }) => rule);
  const several = [...bySort].filter(([, same]) => same.length > 1);
  if (several.length === 0) return null;
  return (
    <div class="row">
      {several.map(([rule, same]) => (
        <button
          key={rule}
          type="button"
          class="button button-small"
          onClick={() => props.onSelect(same.map(({ id }) => id))}
        >
          {ruleName(rule, deskLanguage.value)} · {t('lint.selectSame', { count: same.length })}
        </button>
      ))}
    </div>
  );
}

function Standing({ view, isChanged }: { readonly view: RecordFindings; readonly isChanged: boolean }) {
  if (view.state === 'pending') return <p role="status">{t('lint.pending')}</p>;
  const musts = view.findings.filter(({ severity }) => severity === 'must-answer').length;
  const words =
    view.open > 0
      ? t('lint.open', { count: formatCount(view.open) })
      : t(musts > 0 ? 'lint.allAnswered' : 'lint.none');
  return (
    <p role="status">
      {words} {isChanged && <span class="secondary">{t('lint.unsaved')}</span>}
    </p>
  );
}

function Help() {
  return (
    <details>
      <summary>{t('lint.help')}</summary>
      <div class="stack finding-help">
        <p>{t('lint.help1')}</p>
        <p>{t('lint.help2')}</p>
        <p>{t('lint.help3')}</p>
      </div>
    </details>
  );
}

function Acts({ findings, recordId }: { readonly findings: FindingsState; readonly recordId: string }) {
  return (
    <div class="row">
      {may('findings.answer') && (
        <>
          <button
            type="button"
            class="button"
            disabled={findings.isBusy}
            onClick={() => findings.check(false)}
          >
            <Icon node={RefreshCw} /> {t('lint.again')}
          </button>
          <button
            type="button"
            class="button"
            disabled={findings.isBusy}
            onClick={() => findings.check(true)}
          >
            <Icon node={Link2} /> {t('lint.links')}
          </button>
        </>
      )}
      <a class="button" href={`/admin/records/${recordId}/sheet`}>
        <Icon node={FileCheck2} /> {t('lint.sheet')}
      </a>
    </div>
  );
}

interface FindingsPanelProps {
  readonly record: Pick<RecordDetail, 'id' | 'version'>;
  readonly isChanged: boolean;
}

export function FindingsPanel({ record, isChanged }: FindingsPanelProps) {
  const findings = useFindings(record.id, record.version);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { view, error } = findings;
  const musts = view?.findings.filter(({ severity }) => severity === 'must-answer') ?? [];
  const hints = view?.findings.filter(({ severity }) => severity === 'hint') ?? [];
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const mayAnswer = may('findings.answer');
  return (
    <section class="card stack" aria-labelledby="findings-title">
      <div class="row finding-head">
        <h2 id="findings-title">{t('lint.title')}</h2>
        <Acts findings={findings} recordId={record.id} />
      </div>
      {error !== null && <ProblemNotice error={error} />}
      {findings.isBusy && <p role="status">{t('app.loading')}</p>}
      {view && <Standing view={view} isChanged={isChanged} />}
      {mayAnswer && <SameSort list={musts} onSelect={(ids) => setChosen(new Set(ids))} />}
      {musts.length > 0 && (
        <ul class="findings">
          {musts.map((finding) => (
            <FindingItem
              key={finding.id}
              finding={finding}
              isSelected={chosen.has(finding.id)}
              onToggle={mayAnswer ? () => toggle(finding.id) : null}
            />
          ))}
        </ul>
      )}
      {chosen.size > 0 && (
        <AnswerBar chosen={chosen} findings={findings} onDone={() => setChosen(new Set())} />
      )}
      {hints.length > 0 && (
        <details>
          <summary>{t('lint.hints', { count: formatCount(hints.length) })}</summary>
          <p class="secondary">{t('lint.hintsHelp')}</p>
          <ul class="findings">
            {hints.map((finding) => (
              <FindingItem key={finding.id} finding={finding} isSelected={false} onToggle={null} />
            ))}
          </ul>
        </details>
      )}
      {view && view.mended.length > 0 && (
        <details>
          <summary>{t('lint.mended', { count: formatCount(view.mended.length) })}</summary>
          <ul>
            {view.mended.map(({ rule, excerpt, answer }) => (
              <li key={`${rule} ${excerpt}`}>
                {ruleName(rule, deskLanguage.value)}：{excerpt}{' '}
                <span class="secondary">{t('lint.fromVersion', { version: answer.version })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Help />
    </section>
  );
}
