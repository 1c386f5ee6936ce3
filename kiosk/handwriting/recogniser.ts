// Finds the characters that what was written may be: a coarse choice among all, then a closer look at the nearest.
import { type Affine, unmoved } from './affine.ts';
import { directionalFeatures, featureCount } from './directional-features.ts';
import { matchStep } from './match-shapes.ts';
import type { HandwritingModel } from './model-format.ts';
import { normaliseStrokes } from './normalise-strokes.ts';
import { type Shape, shapeOf } from './shape.ts';
import type { Stroke } from './stroke.ts';

/** How many are looked at in each round, and whether at every second point only; each round moves them nearer. */
const rounds = [
  { keep: 140, stride: 2 },
  { keep: 50, stride: 2 },
  { keep: 20, stride: 1 },
  { keep: 10, stride: 1 },
] as const;

/** What a rank costs, in the unit of `matchStep`: of two that fit alike the common one is meant. */
const rankCost = [0, 0.012, 0.024] as const;

/** Features as whole numbers of 0 … 255 use a quarter of the memory, are multiplied faster and rank alike. */
const featureScale = 255;
/** Features of the ink below this are left out of the coarse choice. */
const faintest = 6;

interface Candidate {
  readonly template: Template;
  readonly fit: Affine;
  cost: number;
}

interface Template {
  readonly character: string;
  readonly rank: number;
  readonly shape: Shape;
}

const inWhole = (features: Float32Array) => features.map((value) => Math.round(value * featureScale));

function costOf({ template, fit }: Candidate, ink: Shape, stride: number): number {
  return matchStep(template.shape, ink, fit, stride) + (rankCost[template.rank] ?? 0);
}

export class Recogniser {
  private readonly templates: readonly Template[];
  private readonly features: Uint8Array;

  /** Describes every template once; a second on a slow terminal. */
  constructor(model: HandwritingModel) {
    this.templates = model.templates.map(({ character, rank, strokes }) => ({
      character,
      rank,
      shape: shapeOf(strokes),
    }));
    this.features = new Uint8Array(model.templates.length * featureCount);
    const scratch = new Float32Array(featureCount);
    for (const [index, { shape }] of this.templates.entries())
      this.features.set(inWhole(directionalFeatures(shape, scratch)), index * featureCount);
  }

  /** The likeliest characters, best first, at most `limit` (up to 10); none when nothing is written. */
  recognise(strokes: readonly Stroke[], limit: number): string[] {
    const normalised = normaliseStrokes(strokes);
    if (normalised.length === 0) return [];
    const ink = shapeOf(normalised);
    let candidates = this.nearest(ink, rounds[0].keep);
    for (const { keep, stride } of rounds) {
      candidates = candidates.slice(0, keep);
      for (const one of candidates) one.cost = costOf(one, ink, stride);
      candidates.sort((a, b) => a.cost - b.cost);
    }
    return candidates.slice(0, limit).map(({ template }) => template.character);
  }

  /** The templates whose directional features have the smallest angle to those of the ink. */
  private nearest(ink: Shape, count: number): Candidate[] {
    const features = directionalFeatures(ink, new Float32Array(featureCount));
    const likeness = this.likenessTo(Int32Array.from(inWhole(features)));
    const least = likeness.toSorted()[Math.max(0, likeness.length - count)] ?? 0;
    const chosen = this.templates.filter((_, index) => (likeness[index] as number) >= least);
    return chosen.map((template) => ({ template, fit: unmoved(), cost: 0 }));
  }

  private likenessTo(wanted: Int32Array): Int32Array {
    const { features } = this;
    // Most of the square is empty: only what there is of the ink is multiplied.
    const places = Int32Array.from(wanted.keys()).filter((place) => (wanted[place] as number) >= faintest);
    const weights = places.map((place) => wanted[place] as number);
    const likeness = new Int32Array(this.templates.length);
    for (let index = 0, at = 0; index < likeness.length; index++, at += featureCount) {
      let sum = 0;
      for (let i = 0; i < places.length; i++)
        sum = (sum + Math.imul(weights[i] as number, features[at + (places[i] as number)] as number)) | 0;
      likeness[index] = sum;
    }
    return likeness;
  }
}
