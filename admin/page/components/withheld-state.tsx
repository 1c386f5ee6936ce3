// Where an entry of the non-disclosure register stands, in one word.
import type { WithheldState } from '#shared/protocol/withheld-api.ts';
import { t } from '../i18n/index.ts';

const looks: Readonly<Record<WithheldState, string>> = {
  proposed: 'tag-warn',
  refused: 'tag-bad',
  withheld: '',
  partial: '',
  disclosed: 'tag-good',
};

export function WithheldStateTag({ state }: { readonly state: WithheldState }) {
  return <span class={`tag ${looks[state]}`}>{t(`withheld.state.${state}`)}</span>;
}
