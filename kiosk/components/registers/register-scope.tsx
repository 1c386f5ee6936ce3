// Above the results of a search within a register: which one it is, and the way out of it.
import { TableProperties, X } from 'lucide';
import { registerWords } from '../../i18n/registers.ts';
import { recordUrl } from '../../state/record-url.ts';
import { type SearchAddress, withFilter } from '../../state/search-address.ts';
import { useRegister } from '../../state/use-register.ts';
import { Icon } from '../icon.tsx';

interface RegisterScopeProps {
  readonly search: SearchAddress;
  readonly registerId: string;
  readonly onChange: (search: SearchAddress) => void;
}

/** The same search without what only holds within the register. */
function withoutRegister(search: SearchAddress): SearchAddress {
  return (['register', 'facet1', 'facet2', 'facet3'] as const).reduce(
    (left, field) => withFilter(left, field, []),
    search,
  );
}

export function RegisterScope({ search, registerId, onChange }: RegisterScopeProps) {
  const register = useRegister(registerId);
  return (
    <div class="scope">
      <Icon node={TableProperties} class="scope__icon" />
      <p class="scope__words">
        <span class="scope__what">{registerWords('register.within')}</span>
        <a class="scope__title" href={recordUrl({ id: registerId })} lang="zh-CN">
          {register?.record.title ?? ''}
        </a>
      </p>
      <button type="button" class="chip scope__leave" onClick={() => onChange(withoutRegister(search))}>
        <Icon node={X} />
        <span>{registerWords('register.leave')}</span>
      </button>
    </div>
  );
}
