// What a listener needs while the terminal reads aloud, docked above the rail.
import { FastForward, type IconNode, Pause, Play, Rewind, RotateCcw, Square, Volume1, Volume2 } from 'lucide';
import { t } from '../i18n/translate.ts';
import { reader } from '../speech/read-aloud.ts';
import { Icon } from './icon.tsx';

interface SpeechButtonProps {
  readonly icon: IconNode;
  readonly label: string;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
  readonly isMain?: boolean;
}

function SpeechButton({ icon, label, onClick, isDisabled = false, isMain = false }: SpeechButtonProps) {
  return (
    <button
      type="button"
      class={`speech__button ${isMain ? 'speech__button--main' : ''}`}
      disabled={isDisabled}
      onClick={onClick}
    >
      <Icon node={icon} />
      <span>{label}</span>
    </button>
  );
}

function PauseButton() {
  const isPaused = reader.state.value === 'paused';
  return (
    <SpeechButton
      icon={isPaused ? Play : Pause}
      label={t(isPaused ? 'speech.resume' : 'speech.pause')}
      onClick={() => (isPaused ? reader.resume() : reader.pause())}
      isMain
    />
  );
}

function Controls() {
  return (
    <>
      <PauseButton />
      <SpeechButton icon={RotateCcw} label={t('speech.repeat')} onClick={() => reader.repeat()} />
      <SpeechButton
        icon={Rewind}
        label={t('speech.slower')}
        onClick={() => reader.changeRate(-1)}
        isDisabled={reader.isSlowest.value}
      />
      <SpeechButton
        icon={FastForward}
        label={t('speech.faster')}
        onClick={() => reader.changeRate(1)}
        isDisabled={reader.isFastest.value}
      />
      <SpeechButton
        icon={Volume1}
        label={t('speech.quieter')}
        onClick={() => reader.changeVolume(-1)}
        isDisabled={reader.isQuietest.value}
      />
      <SpeechButton
        icon={Volume2}
        label={t('speech.louder')}
        onClick={() => reader.changeVolume(1)}
        isDisabled={reader.isLoudest.value}
      />
    </>
  );
}

/** Nothing while nothing is read. */
export function SpeechBar() {
  const state = reader.state.value;
  if (state === 'silent') return null;
  return (
    <fieldset class="speech" aria-label={t('speech.bar')}>
      {state === 'failed' ? <p class="speech__trouble">{t('speech.failed')}</p> : <Controls />}
      <SpeechButton icon={Square} label={t('speech.stop')} onClick={() => reader.stop()} />
    </fieldset>
  );
}
