// Says why words were not sent, and what to take out of them.
import { ShieldAlert } from 'lucide';
import { Icon } from '../icon.tsx';
import type { Refusal } from './use-sending.ts';

export function RefusalNote({ refusal }: { refusal: Refusal }) {
  return (
    <div class="refusal" role="alert">
      <Icon node={ShieldAlert} class="refusal__icon" />
      <div>
        <p class="refusal__title">{refusal.title}</p>
        <p lang="zh-CN">{refusal.line}</p>
      </div>
    </div>
  );
}
