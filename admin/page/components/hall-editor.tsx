// The plan of the hall in the hand of staff: drawn at the left, said in words at the right, saved as a whole.
import { MapPin, MousePointer2, Plus, Redo2, SquareDashedMousePointer, Undo2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { Hall, HallFloor, Rectangle } from '#shared/catalogue/hall-plan.ts';
import { hallLimits } from '#shared/catalogue/hall-rules.ts';
import { sampleHall } from '#shared/catalogue/sample-hall.ts';
import type { Agency } from '#shared/catalogue/venue.ts';
import { nothing, request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import {
  type HallDraft,
  newArea,
  useHallDraft,
  withArea,
  withFloor,
  withoutArea,
} from '../state/hall-draft.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { isSameValue } from '../state/same-value.ts';
import { useSaving } from '../state/saving.ts';
import { isAdministrator } from '../state/session.ts';
import { useConfirm } from './confirm.tsx';
import { HallAreaForm } from './hall-area-form.tsx';
import { HallCanvas, type HallTool } from './hall-canvas.tsx';
import { HallFloorBar, withNewFloor } from './hall-floor-bar.tsx';
import { HallContacts, HallDays, HallTerminals } from './hall-lists.tsx';
import { Icon } from './icon.tsx';
import { SaveOutcome } from './save-outcome.tsx';

const tools = [
  { tool: 'select', icon: MousePointer2 },
  { tool: 'draw', icon: SquareDashedMousePointer },
  { tool: 'here', icon: MapPin },
] as const;

function ToolBar({
  draft,
  tool,
  onTool,
}: {
  readonly draft: HallDraft;
  readonly tool: HallTool;
  readonly onTool: (tool: HallTool) => void;
}) {
  return (
    <div class="row">
      <fieldset class="segments" aria-label={t('hall.tools')}>
        {tools.map(({ tool: one, icon }) => (
          <button
            key={one}
            type="button"
            class="segment"
            aria-pressed={one === tool}
            onClick={() => onTool(one)}
          >
            <Icon node={icon} /> {t(`hall.tool.${one}`)}
          </button>
        ))}
      </fieldset>
      <div class="row">
        <button type="button" class="button" disabled={!draft.canUndo} onClick={draft.undo}>
          <Icon node={Undo2} /> {t('hall.undo')}
        </button>
        <button type="button" class="button" disabled={!draft.canRedo} onClick={draft.redo}>
          <Icon node={Redo2} /> {t('hall.redo')}
        </button>
      </div>
    </div>
  );
}

function PlaceList({
  floor,
  chosenId,
  onChoose,
}: {
  readonly floor: HallFloor;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}) {
  if (floor.areas.length === 0) return <p class="secondary">{t('hall.placesNone')}</p>;
  return (
    <ul class="plan-list" aria-label={t('hall.places')}>
      {floor.areas.map(({ id, name, number, kind }) => (
        <li key={id}>
          <button
            type="button"
            class="tree-name"
            aria-current={id === chosenId ? 'true' : undefined}
            onClick={() => onChoose(id)}
          >
            <span>{[number, name].filter(Boolean).join(' ')}</span>
            <span class="secondary tree-figures">{t(`hall.kind.${kind}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function FloorEditor({
  draft,
  floor,
  agencies,
}: {
  readonly draft: HallDraft;
  readonly floor: HallFloor;
  readonly agencies: readonly Agency[];
}) {
  const { hall, change } = draft;
  const isReadOnly = !isAdministrator();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [tool, setTool] = useState<HallTool>('select');
  const chosen = floor.areas.find(({ id }) => id === chosenId);
  const add = (box: Rectangle) => {
    if (floor.areas.length >= hallLimits.areas) return;
    const area = newArea(hall, floor, box, t('hall.newPlace'));
    change(withFloor(hall, { ...floor, areas: [...floor.areas, area] }));
    setChosenId(area.id);
    setTool('select');
  };
  const remove = (id: string) => {
    setChosenId(null);
    change(withoutArea(hall, floor, id));
  };
  return (
    <div class="plan-columns">
      <div class="stack">
        {!isReadOnly && <ToolBar draft={draft} tool={tool} onTool={setTool} />}
        <HallCanvas
          floor={floor}
          here={hall.here}
          chosenId={chosenId}
          tool={tool}
          isReadOnly={isReadOnly}
          onChoose={setChosenId}
          onDraw={add}
          onChange={(area) => change(withFloor(hall, withArea(floor, area)))}
          onRemove={remove}
          onHere={({ x, y }) => {
            const on = (value: number, most: number) =>
              Math.min(most, Math.max(0, Math.round(value * 2) / 2));
            change({
              ...hall,
              here: { floorId: floor.id, x: on(x, floor.width), y: on(y, floor.depth) },
            });
            setTool('select');
          }}
        />
        {!isReadOnly && <p class="secondary">{t('hall.canvasHint')}</p>}
      </div>
      <div class="stack">
        <h3>{t('hall.places')}</h3>
        <PlaceList floor={floor} chosenId={chosenId} onChoose={setChosenId} />
        {!isReadOnly && (
          <div class="row">
            <button
              type="button"
              class="button"
              disabled={floor.areas.length >= hallLimits.areas}
              onClick={() => add({ x: 1, y: 1, width: 4, depth: 3 })}
            >
              <Icon node={Plus} /> {t('hall.addPlace')}
            </button>
          </div>
        )}
        <h3>{t('hall.area')}</h3>
        {chosen && !isReadOnly ? (
          <HallAreaForm
            key={chosen.id}
            area={chosen}
            floor={floor}
            agencies={agencies}
            onChange={(area) => change(withFloor(hall, withArea(floor, area)))}
            onRemove={() => remove(chosen.id)}
          />
        ) : (
          <p class="secondary">{t('hall.areaNone')}</p>
        )}
      </div>
    </div>
  );
}

function EmptyHall({ onStart }: { readonly onStart: (hall: Hall) => void }) {
  const start = () => onStart(withNewFloor({ ...sampleHall, floors: [], here: null }).hall);
  return (
    <div class="stack">
      <p class="secondary">{t('hall.empty')}</p>
      {isAdministrator() && (
        <div class="row">
          <button type="button" class="button button-primary" onClick={() => onStart(sampleHall)}>
            {t('hall.sample')}
          </button>
          <button type="button" class="button" onClick={start}>
            <Icon node={Plus} /> {t('hall.addFloor')}
          </button>
        </div>
      )}
    </div>
  );
}

export function HallEditor({
  stored,
  agencies,
}: {
  readonly stored: Hall;
  readonly agencies: readonly Agency[];
}) {
  const [saved, setSaved] = useState(stored);
  const [floorId, setFloorId] = useState(stored.floors[0]?.id ?? '');
  const draft = useHallDraft(stored);
  const saving = useSaving();
  const confirm = useConfirm();
  const { hall } = draft;
  const isChanged = !isSameValue(hall, saved);
  const isReadOnly = !isAdministrator();
  useLeaveGuard(isChanged ? t('hall.leaveAsk') : null);
  const floor = hall.floors.find(({ id }) => id === floorId) ?? hall.floors[0];
  const change = (next: Hall) => {
    draft.change(next);
    saving.reset();
  };
  const save = async () => {
    if (await saving.save(() => request('PUT', '/hall', nothing, { body: hall }))) setSaved(hall);
  };
  return (
    <>
      {!isReadOnly && (
        <div class="row plan-save">
          <button
            type="button"
            class="button button-primary"
            disabled={!isChanged || saving.isBusy}
            onClick={save}
          >
            {t('app.save')}
          </button>
          <span class="secondary" role="status">
            {t(isChanged ? 'hall.unsaved' : 'hall.allSaved')}
          </span>
        </div>
      )}
      <SaveOutcome saving={saving} />
      <section class="card stack" aria-label={t('hall.title')}>
        {floor === undefined ? (
          <EmptyHall onStart={(next) => change({ ...hall, floors: next.floors, here: next.here })} />
        ) : (
          <>
            <HallFloorBar
              hall={hall}
              floor={floor}
              isReadOnly={isReadOnly}
              confirm={confirm}
              onFloor={setFloorId}
              onChange={change}
            />
            <FloorEditor key={floor.id} draft={{ ...draft, change }} floor={floor} agencies={agencies} />
          </>
        )}
      </section>
      {!isReadOnly && (
        <section class="card stack" aria-label={t('hall.days')}>
          <HallDays hall={hall} onChange={change} />
          <HallContacts hall={hall} onChange={change} />
          <HallTerminals hall={hall} onChange={change} />
        </section>
      )}
      {confirm.dialog}
    </>
  );
}
