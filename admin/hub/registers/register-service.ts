// Registers as the hub's HTTP side asks for them.
import type {
  FigureFaults,
  RegisterDetail,
  RegisterInput,
  RegisterRow,
  RegisterSummary,
  RowHistory,
  TotalSums,
} from '#shared/protocol/registers-api.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { checkFigures, proposeTotal } from './check-figures.ts';
import { addRegister, changeRegister } from './edit-register.ts';
import { addRow, removeRow, updateRow } from './edit-row.ts';
import { addTotal, removeTotal, type TotalDraft, updateTotal } from './edit-total.ts';
import type { Cells } from './entry-store.ts';
import { findInRegister, type RegisterFindings } from './register-findings.ts';
import { listRegisters, registerDetail } from './register-list.ts';
import { approveRegister, discardRevision, withdrawRegister } from './review-register.ts';
import { listRows, loadRow, type RowPage, type RowQuery, rowHistory } from './row-list.ts';

export interface RegisterService {
  list(): Promise<readonly RegisterSummary[]>;
  /** Throws `not-found`. */
  detail(id: string): Promise<RegisterDetail>;
  create(input: RegisterInput, actor: Actor): Promise<RegisterDetail>;
  /** Throws `store.conflict` when `baseVersion` is not the newest. */
  update(
    id: string,
    input: RegisterInput & { readonly baseVersion: number },
    actor: Actor,
  ): Promise<RegisterDetail>;
  /** What somebody has to answer for before it may be approved. Throws `not-found`. */
  findings(id: string): Promise<RegisterFindings>;
  /** Decides over everything that waits; `confirmed` names the findings somebody answers for. */
  decide(
    id: string,
    act: 'approve' | 'discard' | 'withdraw',
    actor: Actor,
    confirmed?: readonly string[],
  ): Promise<RegisterDetail>;
  rows(id: string, query: RowQuery): Promise<RowPage>;
  addRow(id: string, cells: Cells, actor: Actor): Promise<RegisterRow>;
  updateRow(
    place: { readonly registerId: string; readonly rowId: string; readonly baseVersion: number },
    cells: Cells,
    actor: Actor,
  ): Promise<RegisterRow>;
  removeRow(id: string, rowId: string, actor: Actor): Promise<void>;
  history(id: string, rowId: string): Promise<RowHistory>;
  addTotal(id: string, draft: TotalDraft, actor: Actor): Promise<void>;
  updateTotal(
    place: { readonly registerId: string; readonly key: string },
    draft: TotalDraft,
    actor: Actor,
  ): Promise<void>;
  removeTotal(id: string, key: string, actor: Actor): Promise<void>;
  /** What a total row should come to; `key` names the one it takes the place of. */
  totalSums(id: string, draft: TotalDraft & { readonly key: string | null }): Promise<TotalSums>;
  /** Figures of the register as it stands that do not add up. */
  faults(id: string): Promise<FigureFaults>;
}

const decisions = { approve: approveRegister, discard: discardRevision, withdraw: withdrawRegister };

export function createRegisterService(desk: Desk): RegisterService {
  const { db } = desk;
  return {
    list: () => listRegisters(db),
    detail: (id) => registerDetail(db, id),
    create: async (input, actor) => registerDetail(db, await addRegister(desk, input, actor)),
    update: async (id, input, actor) => {
      await changeRegister(desk, id, input, actor);
      return registerDetail(db, id);
    },
    findings: (id) => findInRegister(db, id),
    decide: async (id, act, actor, confirmed = []) => {
      await decisions[act](desk, id, actor, confirmed);
      return registerDetail(db, id);
    },
    rows: (id, query) => listRows(desk, id, query),
    addRow: async (id, cells, actor) => loadRow(db, id, await addRow(desk, id, cells, actor)),
    updateRow: async (place, cells, actor) => {
      await updateRow(desk, place, cells, actor);
      return loadRow(db, place.registerId, place.rowId);
    },
    removeRow: (id, rowId, actor) => removeRow(desk, id, rowId, actor),
    history: (id, rowId) => rowHistory(db, id, rowId),
    addTotal: (id, draft, actor) => addTotal(desk, id, draft, actor),
    updateTotal: (place, draft, actor) => updateTotal(desk, place, draft, actor),
    removeTotal: (id, key, actor) => removeTotal(desk, id, key, actor),
    totalSums: (id, draft) => proposeTotal(desk, id, draft),
    faults: (id) => checkFigures(desk, id),
  };
}
