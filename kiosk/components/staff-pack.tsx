// For staff: a release brought on a stick, where there is no network or it is too slow for all of one.
import { useRef, useState } from 'preact/hooks';
import { toPlainError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import { formatBytes } from '../i18n/format.ts';
import { language, t } from '../i18n/translate.ts';
import { allowFileWork } from '../lockdown/file-work.ts';
import { useEngine } from '../state/engine-context.ts';
import { note } from '../state/technical-log.ts';

const chooseMs = 120_000;

/** `code` is for whoever mends it; null where nothing has to be mended. */
interface Outcome {
  readonly words: string;
  readonly code: string | null;
}

function usePackWork() {
  const engine = useEngine();
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const install = async (file: File) => {
    setIsBusy(true);
    setOutcome(null);
    try {
      const version = await engine.installPack(file);
      const held = version ?? engine.status.peek().version ?? 0;
      note('pack-taken', held);
      const words = t(version === null ? 'panel.packHeld' : 'panel.packDone', { version: held });
      setOutcome({ words, code: null });
    } catch (thrown) {
      const { code, details } = toPlainError(thrown);
      note('pack-refused', code);
      setOutcome({ words: describeError(code, details, language.peek()), code });
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, outcome, install };
}

function PackProgress() {
  const { sync } = useEngine().status.value;
  const done = formatBytes(sync.doneBytes);
  const bytes = sync.totalBytes === 0 ? '' : t('first.bytes', { done, total: formatBytes(sync.totalBytes) });
  return (
    <p class="figures" role="status">
      {`${t('panel.packWorking')} ${bytes}`}
    </p>
  );
}

export function StaffPack() {
  const { isBusy, outcome, install } = usePackWork();
  const picker = useRef<HTMLInputElement>(null);
  const choose = () => {
    allowFileWork(chooseMs);
    picker.current?.click();
  };
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file !== undefined) void install(file);
    // So that the same file can be chosen once more.
    input.value = '';
  };
  return (
    <section class="panel-part">
      <h2 class="section-title">{t('panel.pack')}</h2>
      <p>{t('panel.packLine')}</p>
      <div class="panel-part__line">
        <button type="button" class="button" disabled={isBusy} onClick={choose}>
          {t('panel.packChoose')}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".tar"
          onChange={(event) => take(event.currentTarget)}
        />
      </div>
      {isBusy && <PackProgress />}
      <output>
        {outcome && (
          <p class={outcome.code === null ? 'problem__words' : 'panel-part__note'}>{outcome.words}</p>
        )}
        {outcome?.code && <p class="problem__code figures">{t('panel.packCode', { code: outcome.code })}</p>}
      </output>
    </section>
  );
}
