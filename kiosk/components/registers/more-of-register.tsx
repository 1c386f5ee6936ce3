// One line where entries of a register were folded: how many more it has for the same words, and the way there.
import { ChevronRight, TableProperties } from 'lucide';
import { formatCount } from '../../i18n/format.ts';
import { registerWords } from '../../i18n/registers.ts';
import { useContentVersion, useEngine } from '../../state/engine-context.ts';
import { type SearchAddress, searchUrl } from '../../state/search-address.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Icon } from '../icon.tsx';

interface MoreOfRegisterProps {
  readonly registerId: string;
  readonly registerTitle: string;
  /** How many of them are shown above. */
  readonly shown: number;
  readonly search: SearchAddress;
}

export function MoreOfRegister({ registerId, registerTitle, shown, search }: MoreOfRegisterProps) {
  const engine = useEngine();
  const within = { ...search, filters: { ...search.filters, register: [registerId] } };
  const url = searchUrl(within);
  const found = useLoaded(`more ${useContentVersion()} ${url}`, (signal) =>
    engine.search({ ...within, text: within.text.trim(), offset: 0, limit: 1 }, signal),
  ).value;
  const count = formatCount(Math.max(1, (found?.total ?? 0) - shown));
  const key = found?.totalIsLowerBound ? 'register.alsoWithinAtLeast' : 'register.alsoWithin';
  return (
    <li class="result-more">
      <a class="result-more__link" href={url}>
        <Icon node={TableProperties} />
        <span>{found ? registerWords(key, { title: registerTitle, count }) : registerTitle}</span>
        <Icon node={ChevronRight} />
      </a>
    </li>
  );
}
