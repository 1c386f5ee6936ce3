// Stands before the staff's panel: asks for the number, or to choose one where there is none yet.
import { useEffect, useState } from 'preact/hooks';
import { toAppError } from '#shared/errors/app-error.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { choosePin, type Gate, readGate, tryPin } from '../state/staff-session.ts';
import { ChoosePin } from './choose-pin.tsx';
import { PinPad } from './pin-pad.tsx';
import { StatePanel } from './state-panel.tsx';

/** `0:29`, or `59:30` at most. */
function minutesWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Counts a wait down, once a second. */
function useCountdown(gate: Gate | null): number {
  const [leftMs, setLeftMs] = useState(0);
  useEffect(() => {
    const waitMs = gate?.waitMs ?? 0;
    const untilMs = Date.now() + waitMs;
    setLeftMs(waitMs);
    if (waitMs === 0) return;
    const timer = setInterval(() => {
      const left = Math.max(0, untilMs - Date.now());
      setLeftMs(left);
      if (left === 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [gate]);
  return leftMs;
}

export function StaffGate() {
  const engine = useEngine();
  const [gate, setGate] = useState<Gate | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [state, setState] = useState<'asking' | 'checking' | 'wrong'>('asking');
  const leftMs = useCountdown(gate);
  const fail = (thrown: unknown) => setCode(toAppError(thrown).code);
  useEffect(() => {
    // Numbers are judged by what only a secure address has.
    if (!crypto.subtle) setCode('kiosk.insecure-context');
    else readGate(engine).then(setGate, fail);
  }, [engine]);
  const give = (pin: string) => {
    setState('checking');
    tryPin(engine, pin).then((after) => {
      setGate(after);
      setState('wrong');
    }, fail);
  };
  if (code !== null)
    return <StatePanel title={t('pin.enter')} line={t('pin.unavailable', { code })} isWholeScreen />;
  if (gate === null) return null;
  if (gate.pin === null) {
    return <ChoosePin title={t('pin.choose')} onChosen={(pin) => choosePin(engine, pin).catch(fail)} />;
  }
  const isWaiting = leftMs > 0;
  const problem = isWaiting
    ? t('pin.wait', { time: minutesWords(leftMs) })
    : { asking: null, checking: t('pin.checking'), wrong: t('pin.wrong') }[state];
  return (
    <PinPad
      title={t('pin.enter')}
      line={t('pin.enterLine')}
      problem={problem}
      isDisabled={isWaiting || state === 'checking'}
      onGiven={give}
    />
  );
}
