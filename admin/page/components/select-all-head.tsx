// The head of a column of boxes: ticks or unticks every row that is shown.
import { t } from '../i18n/index.ts';

interface SelectAllHeadProps {
  readonly isAllShown: boolean;
  readonly onToggle: () => void;
}

export function SelectAllHead({ isAllShown, onToggle }: SelectAllHeadProps) {
  return (
    <th scope="col">
      <input
        type="checkbox"
        class="check"
        aria-label={t('records.selectAll')}
        checked={isAllShown}
        onChange={onToggle}
      />
    </th>
  );
}
