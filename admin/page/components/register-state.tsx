// Says in one word where a register stands.
import type { RegisterSummary } from '#shared/protocol/registers-api.ts';
import { formatCount, type MessageKey, t } from '../i18n/index.ts';
import { isUnpublished, isWaiting } from '../state/registers.ts';

function standingOf(register: RegisterSummary): { readonly label: MessageKey; readonly look: string } {
  if (register.state === 'withdrawn') return { label: 'registers.state.withdrawn', look: 'tag-bad' };
  if (register.approvedVersion === null) return { label: 'registers.state.draft', look: 'tag-warn' };
  if (isWaiting(register)) return { label: 'registers.state.waiting', look: 'tag-warn' };
  return isUnpublished(register)
    ? { label: 'registers.state.approved', look: '' }
    : { label: 'registers.state.public', look: 'tag-good' };
}

export function RegisterState({ register }: { readonly register: RegisterSummary }) {
  const { label, look } = standingOf(register);
  const { added, changed, removed } = register.waiting;
  const count = added + changed + removed;
  return (
    <span class={`tag ${look}`}>
      {t(label)} {isWaiting(register) && count > 0 && <span class="numeric">{formatCount(count)}</span>}
    </span>
  );
}
