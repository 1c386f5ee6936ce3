// A hand-off that needs no network: the words themselves in the symbol, or in several symbols in turn.
import { deflateSync } from 'fflate';
import { useMemo, useState } from 'preact/hooks';
import { type FrameTexts, packedFrames, readableFrames } from '#shared/handoff/make-frames.ts';
import { isPublicAddress } from '#shared/handoff/public-address.ts';
import { t } from '../i18n/translate.ts';
import { useNote } from '../state/use-note.ts';
import { FrameControls, FrameSymbol, useFrames } from './frame-player.tsx';
import { longestQrText, QrSymbol } from './qr-symbol.tsx';

interface TextHandOffProps {
  /** What the words are about. */
  readonly name: string;
  readonly essentials: string;
  /** Everything there is to say; absent when that is no more. */
  readonly whole?: string | undefined;
  /** Empty when the hall has no address. */
  readonly publicUrl: string;
}

const fitsOne = (text: string) => new TextEncoder().encode(text).length <= longestQrText;

/** Behind an address where every phone can open it, else as pages any camera shows; null when it is too long. */
function framesOf(text: string, publicUrl: string): FrameTexts | null {
  try {
    if (!isPublicAddress(publicUrl)) return readableFrames(text);
    return packedFrames(text, publicUrl, (bytes) => deflateSync(bytes, { level: 9 }));
  } catch {
    return null;
  }
}

function DepthSwitch({ isWhole, onChange }: { isWhole: boolean; onChange: (isWhole: boolean) => void }) {
  const choice = (value: boolean, words: string) => (
    <button
      type="button"
      class="switch__choice"
      aria-pressed={isWhole === value}
      onClick={() => onChange(value)}
    >
      {words}
    </button>
  );
  return (
    <fieldset class="switch handoff__depth" aria-label={t('handoff.depth')}>
      {choice(false, t('handoff.essentials'))}
      {choice(true, t('handoff.whole'))}
    </fieldset>
  );
}

function OneSymbol({ name, text, depth }: { name: string; text: string; depth: preact.ComponentChildren }) {
  return (
    <div class="handoff handoff--text">
      <div class="handoff__code">
        <QrSymbol text={text} name={t('handoff.textName', { title: name })} />
      </div>
      <div class="handoff__words">
        {depth}
        <p class="handoff__gives">{t('handoff.shown')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
        <section class="handoff__text" tabIndex={0} aria-label={t('handoff.shown')} lang="zh-CN">
          {text}
        </section>
        <p class="handoff__hint">{t('handoff.textHint')}</p>
      </div>
    </div>
  );
}

interface SeveralProps {
  readonly texts: FrameTexts;
  readonly publicUrl: string;
  readonly depth: preact.ComponentChildren;
}

function SeveralSymbols({ texts, publicUrl, depth }: SeveralProps) {
  const isPacked = isPublicAddress(publicUrl);
  const frames = useFrames(texts, isPacked);
  const readable = frames.isPlaying
    ? t('handoff.playingHint')
    : t('handoff.pagesHint', { count: texts.count });
  return (
    <div class="handoff handoff--text">
      <div class="handoff__code">
        <FrameSymbol texts={texts} frames={frames} />
      </div>
      <div class="handoff__words">
        {depth}
        <p class="handoff__hint">{isPacked ? t('handoff.packedHint') : readable}</p>
        <FrameControls texts={texts} frames={frames} />
        {publicUrl !== '' && (
          <p class="handoff__receive">
            {t('handoff.receiveAt')} <b>{`${publicUrl.replace(/^https?:\/\//, '')}/m/receive`}</b>
          </p>
        )}
      </div>
    </div>
  );
}

export function TextHandOff({ name, essentials, whole, publicUrl }: TextHandOffProps) {
  useNote('handed.text');
  const [isWhole, setIsWhole] = useState(false);
  const text = isWhole && whole !== undefined ? whole : essentials;
  const texts = useMemo(() => (fitsOne(text) ? undefined : framesOf(text, publicUrl)), [text, publicUrl]);
  const depth = whole !== undefined && <DepthSwitch isWhole={isWhole} onChange={setIsWhole} />;
  if (texts === undefined) return <OneSymbol name={name} text={text} depth={depth} />;
  if (texts === null) {
    return (
      <div class="handoff__words">
        {depth}
        <p>{t('handoff.tooLong')}</p>
      </div>
    );
  }
  return <SeveralSymbols key={text} texts={texts} publicUrl={publicUrl} depth={depth} />;
}
