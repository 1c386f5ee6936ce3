// The non-disclosure register as the hub's HTTP side works with it.
import type {
  WithheldChange,
  WithheldDecision,
  WithheldDetail,
  WithheldEvaluation,
  WithheldInput,
  WithheldList,
  WithheldQuery,
} from '#shared/protocol/withheld-api.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { changeWithheld, decideWithheld, evaluateWithheld, proposeWithheld } from './decide-withheld.ts';
import { listWithheld, loadWithheld } from './load-withheld.ts';

/** Every act checks scope and state itself and puts itself on record, without the title of what is withheld. */
export interface WithheldService {
  list(query: WithheldQuery, actor: Actor): Promise<WithheldList>;
  detail(id: string, actor: Actor): Promise<WithheldDetail>;
  propose(input: WithheldInput, actor: Actor): Promise<WithheldDetail>;
  change(id: string, change: WithheldChange, actor: Actor): Promise<WithheldDetail>;
  decide(id: string, decision: WithheldDecision, actor: Actor): Promise<WithheldDetail>;
  evaluate(id: string, evaluation: WithheldEvaluation, actor: Actor): Promise<WithheldDetail>;
}

export function createWithheldService(desk: Desk): WithheldService {
  const then = async (act: Promise<string>, actor: Actor) => loadWithheld(desk, await act, actor);
  return {
    list: (query, actor) => listWithheld(desk, query, actor),
    detail: (id, actor) => loadWithheld(desk, id, actor),
    propose: (input, actor) => then(proposeWithheld(desk, input, actor), actor),
    change: (id, change, actor) => then(changeWithheld(desk, id, change, actor), actor),
    decide: (id, decision, actor) => then(decideWithheld(desk, id, decision, actor), actor),
    evaluate: (id, evaluation, actor) => then(evaluateWithheld(desk, id, evaluation, actor), actor),
  };
}
