// Steps of a review as the store keeps them: names in order, separated by blanks.
import { type ReviewStep, reviewSteps } from '#shared/protocol/workflow-api.ts';

export function formatSteps(steps: readonly ReviewStep[]): string {
  return steps.join(' ');
}

/** Words that name no step are dropped. */
export function parseSteps(words: string): ReviewStep[] {
  return words.split(' ').flatMap((word) => reviewSteps.find((step) => step === word) ?? []);
}
