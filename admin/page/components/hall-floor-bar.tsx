// The floors of the hall: chosen, added, renamed, sized, removed.
import { Plus, Trash2 } from 'lucide';
import { gridMetres, type Hall, type HallFloor } from '#shared/catalogue/hall-plan.ts';
import { hallLimits } from '#shared/catalogue/hall-rules.ts';
import { t } from '../i18n/index.ts';
import { freeId, resized, withFloor, withoutFloor } from '../state/hall-draft.ts';
import type { Confirm } from './confirm.tsx';
import { TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { NumberField } from './number-field.tsx';

interface FloorBarProps {
  readonly hall: Hall;
  readonly floor: HallFloor;
  readonly isReadOnly: boolean;
  readonly confirm: Confirm;
  readonly onFloor: (id: string) => void;
  readonly onChange: (hall: Hall) => void;
}

/** A floor like the one below it, or one to begin with. */
export function withNewFloor(hall: Hall): { readonly hall: Hall; readonly floor: HallFloor } {
  const below = hall.floors.at(-1);
  const floor: HallFloor = {
    id: freeId(hall, 'f'),
    name: t('hall.newFloor', { number: hall.floors.length + 1 }),
    width: below?.width ?? 40,
    depth: below?.depth ?? 28,
    areas: [],
  };
  return { hall: { ...hall, floors: [...hall.floors, floor] }, floor };
}

export function HallFloorBar({ hall, floor, isReadOnly, confirm, onFloor, onChange }: FloorBarProps) {
  const add = () => {
    const added = withNewFloor(hall);
    onChange(added.hall);
    onFloor(added.floor.id);
  };
  const remove = async () => {
    if (!(await confirm.ask(t('hall.removeFloorAsk', { floor: floor.name }), t('hall.removeFloor')))) return;
    onChange(withoutFloor(hall, floor.id));
  };
  const size = (part: { width?: number; depth?: number }) =>
    onChange(withFloor(hall, resized(floor, { width: floor.width, depth: floor.depth, ...part })));
  const { leastMetres: least, mostMetres: most } = hallLimits;
  return (
    <div class="stack">
      <div class="row">
        <fieldset class="segments" aria-label={t('hall.floor')}>
          {hall.floors.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              class="segment"
              aria-pressed={id === floor.id}
              onClick={() => onFloor(id)}
            >
              {name}
            </button>
          ))}
        </fieldset>
        {!isReadOnly && hall.floors.length < hallLimits.floors && (
          <button type="button" class="button" onClick={add}>
            <Icon node={Plus} /> {t('hall.addFloor')}
          </button>
        )}
      </div>
      {!isReadOnly && (
        <div class="row plan-floor-fields">
          <TextField
            label={t('hall.floorName')}
            maxLength={hallLimits.name}
            value={floor.name}
            onChange={(name) => onChange(withFloor(hall, { ...floor, name: name ?? '' }))}
          />
          <NumberField
            label={t('hall.floorWidth')}
            value={floor.width}
            min={least}
            max={most}
            step={gridMetres}
            onChange={(width) => size({ width })}
          />
          <NumberField
            label={t('hall.floorDepth')}
            value={floor.depth}
            min={least}
            max={most}
            step={gridMetres}
            onChange={(depth) => size({ depth })}
          />
          <button type="button" class="button button-danger" onClick={remove}>
            <Icon node={Trash2} /> {t('hall.removeFloor')}
          </button>
        </div>
      )}
    </div>
  );
}
