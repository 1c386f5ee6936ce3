// How far a template is from the ink, both ways, and how it has to be laid over it to come nearer.
import { type Affine, AffineFit } from './affine.ts';
import type { Shape } from './shape.ts';

/** Squared distance that two lines at right angles count as lying apart, a quarter of it. */
const orientationWeight = 2 * 0.1 * 0.1;
/** Distances are counted up to here: a missing or an additional line is one fault, wherever it lies. */
const farthest = 0.02;
/** Ink that no template explains counts less than a template that no ink shows: joined strokes leave ink between them. */
const inkShare = 0.6;

/** Memory used again by every match; one match runs at a time in a thread. */
class Workspace {
  readonly size = 512;
  readonly x = new Float32Array(this.size);
  readonly y = new Float32Array(this.size);
  readonly cos2 = new Float32Array(this.size);
  readonly sin2 = new Float32Array(this.size);
  readonly templateDistance = new Float32Array(this.size);
  readonly templatePartner = new Int32Array(this.size);
  readonly inkDistance = new Float32Array(this.size);
  readonly inkPartner = new Int32Array(this.size);
}

const space = new Workspace();

/** Lays the template's points over the ink; orientations turn with them, as their tensor u·uᵀ does. */
function place(template: Shape, { a, b, c, d, e, f }: Affine, stride: number): void {
  for (let i = 0; i < template.length; i += stride) {
    const x = (template.x[i] as number) - 0.5;
    const y = (template.y[i] as number) - 0.5;
    space.x[i] = a * x + b * y + e + 0.5;
    space.y[i] = c * x + d * y + f + 0.5;
    const [cos2, sin2] = [template.cos2[i] as number, template.sin2[i] as number];
    const [uu, vv, uv] = [(1 + cos2) / 2, (1 - cos2) / 2, sin2 / 2];
    const across = a * a * uu + 2 * a * b * uv + b * b * vv;
    const down = c * c * uu + 2 * c * d * uv + d * d * vv;
    const mixed = a * c * uu + (a * d + b * c) * uv + b * d * vv;
    const trace = cos2 === 0 && sin2 === 0 ? 0 : across + down;
    space.cos2[i] = trace > 0 ? (across - down) / trace : 0;
    space.sin2[i] = trace > 0 ? (2 * mixed) / trace : 0;
    space.templateDistance[i] = Number.POSITIVE_INFINITY;
  }
}

/** Finds the nearest partner of every point on either side in one pass over all pairs. */
function findPartners(templateLength: number, ink: Shape, stride: number): void {
  const { x, y, cos2, sin2, templateDistance, templatePartner, inkDistance, inkPartner } = space;
  for (let j = 0; j < ink.length; j += stride) {
    const inkX = ink.x[j] as number;
    const inkY = ink.y[j] as number;
    const inkCos = ink.cos2[j] as number;
    const inkSin = ink.sin2[j] as number;
    let nearest = Number.POSITIVE_INFINITY;
    let partner = 0;
    for (let i = 0; i < templateLength; i += stride) {
      const dx = inkX - (x[i] as number);
      const dy = inkY - (y[i] as number);
      const turned = 1 - inkCos * (cos2[i] as number) - inkSin * (sin2[i] as number);
      const distance = dx * dx + dy * dy + orientationWeight * turned;
      if (distance < nearest) {
        nearest = distance;
        partner = i;
      }
      if (distance < (templateDistance[i] as number)) {
        templateDistance[i] = distance;
        templatePartner[i] = j;
      }
    }
    inkDistance[j] = nearest;
    inkPartner[j] = partner;
  }
}

/** Mean of the distances, none counted as more than `farthest`, in parts of `farthest`. */
function meanDistance(distances: Float32Array, length: number, stride: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += stride) sum += Math.min(distances[i] as number, farthest);
  return sum / Math.ceil(length / stride) / farthest;
}

function refit(template: Shape, ink: Shape, fit: Affine, stride: number): void {
  const sums = new AffineFit();
  const add = (i: number, j: number, distance: number) => {
    if (distance >= farthest) return;
    const x = (template.x[i] as number) - 0.5;
    const y = (template.y[i] as number) - 0.5;
    const [u, v] = [(ink.x[j] as number) - 0.5 - x, (ink.y[j] as number) - 0.5 - y];
    sums.add(x, y, u, v, 1 - distance / farthest);
  };
  for (let i = 0; i < template.length; i += stride)
    add(i, space.templatePartner[i] as number, space.templateDistance[i] as number);
  for (let j = 0; j < ink.length; j += stride)
    add(space.inkPartner[j] as number, j, space.inkDistance[j] as number);
  sums.solve(fit);
}

/**
 * One step of matching: the distance of `template`, laid over the ink by `fit`, and a better `fit` for the next step.
 * 0 is the same shape, 1.6 has nothing in common. Two point clouds are matched without regard to strokes, as in $P (R.-D. Vatavu,
 * L. Anthony, J. O. Wobbrock, "Gestures as point clouds: a $P recognizer for user interface prototypes", ICMI 2012), by nearest
 * points in both directions (chamfer matching; H. G. Barrow et al., IJCAI 1977), oriented as by M.-Y. Liu et al., "Fast
 * directional chamfer matching", CVPR 2010; the affine map is found by iterated closest points (P. J. Besl, N. D. McKay, 1992).
 * @param stride looks at every point (1), or at every second one on both sides (2), at a quarter of the cost
 */
export function matchStep(template: Shape, ink: Shape, fit: Affine, stride: number): number {
  place(template, fit, stride);
  findPartners(template.length, ink, stride);
  refit(template, ink, fit, stride);
  const unseen = meanDistance(space.templateDistance, template.length, stride);
  return unseen + inkShare * meanDistance(space.inkDistance, ink.length, stride);
}
