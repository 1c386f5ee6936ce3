// The affine map that lays a template over the ink, and how it is found from points that belong together.

/** x' = a·x + b·y + e, y' = c·x + d·y + f, about the centre of the square. */
export interface Affine {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

export const unmoved = (): Affine => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 });

/** How strongly a map is drawn towards the unmoved one, in points of full weight: few points must not bend a template. */
const reluctance = 0.6;

/** Sums of the weighted least squares, filled pair by pair. */
export class AffineFit {
  private weight = 0;
  private x = 0;
  private y = 0;
  private xx = 0;
  private xy = 0;
  private yy = 0;
  private u = 0;
  private v = 0;
  private xu = 0;
  private yu = 0;
  private xv = 0;
  private yv = 0;

  /** A point of the template that should move by (u, v). */
  add(x: number, y: number, u: number, v: number, weight: number): void {
    const [wx, wy] = [weight * x, weight * y];
    this.weight += weight;
    this.x += wx;
    this.y += wy;
    this.xx += wx * x;
    this.xy += wx * y;
    this.yy += wy * y;
    this.u += weight * u;
    this.v += weight * v;
    this.xu += wx * u;
    this.yu += wy * u;
    this.xv += wx * v;
    this.yv += wy * v;
  }

  /** Solves the normal equations by the inverse of their symmetric matrix into `into`; leaves it as it is when too little is known. */
  solve(into: Affine): void {
    const [p, q, r] = [this.xx + reluctance, this.xy, this.x];
    const [s, t, w] = [this.yy + reluctance, this.y, this.weight + 2 * reluctance];
    const [i11, i12, i13] = [s * w - t * t, r * t - q * w, q * t - r * s];
    const [i22, i23, i33] = [p * w - r * r, q * r - p * t, p * s - q * q];
    const determinant = p * i11 + q * i12 + r * i13;
    if (this.weight < 1 || Math.abs(determinant) < 1e-12) return;
    into.a = 1 + (i11 * this.xu + i12 * this.yu + i13 * this.u) / determinant;
    into.b = (i12 * this.xu + i22 * this.yu + i23 * this.u) / determinant;
    into.e = (i13 * this.xu + i23 * this.yu + i33 * this.u) / determinant;
    into.c = (i11 * this.xv + i12 * this.yv + i13 * this.v) / determinant;
    into.d = 1 + (i12 * this.xv + i22 * this.yv + i23 * this.v) / determinant;
    into.f = (i13 * this.xv + i23 * this.yv + i33 * this.v) / determinant;
  }
}
