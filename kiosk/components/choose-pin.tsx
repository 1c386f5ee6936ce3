// Choosing the staff's number: given twice, refused when it is too simple.
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { pinFault } from '../state/staff-pin.ts';
import { PinPad } from './pin-pad.tsx';

interface ChoosePinProps {
  readonly title: string;
  readonly onChosen: (pin: string) => void;
}

export function ChoosePin({ title, onChosen }: ChoosePinProps) {
  const [first, setFirst] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const give = (pin: string) => {
    const fault = pinFault(pin);
    const isRepeated = first === pin;
    if (first !== null && isRepeated) return onChosen(pin);
    setFirst(first === null && fault === null ? pin : null);
    if (first !== null) setProblem(t('pin.different'));
    else setProblem(fault === null ? null : t(`pin.fault.${fault}`));
  };
  return (
    <PinPad
      title={first === null ? title : t('pin.repeat')}
      line={t('pin.chooseLine')}
      problem={problem}
      isDisabled={false}
      onGiven={give}
    />
  );
}
