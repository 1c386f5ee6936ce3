// Names of the steps people are told of, as the protocol has them.
import type { CaseProgress } from '#shared/protocol/cases-api.ts';

export type ProgressStepName = CaseProgress['steps'][number]['what'];
