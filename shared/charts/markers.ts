// A mark of its own for each line of a chart, so that lines are told apart without colour.

type Point = readonly [x: number, y: number];

/** Commands that draw the marker of series `place` round a point, `radius` large. */
export function markerPath(place: number, [x, y]: Point, radius: number): (string | number)[] {
  const r = radius;
  switch (place % 6) {
    case 0:
      return ['M', x - r, y, 'a', r, r, 0, 1, 0, 2 * r, 0, 'a', r, r, 0, 1, 0, -2 * r, 0, 'z'];
    case 1:
      return ['M', x - r * 0.9, y - r * 0.9, 'h', r * 1.8, 'v', r * 1.8, 'h', -r * 1.8, 'z'];
    case 2:
      return ['M', x, y - r * 1.2, 'L', x + r * 1.15, y + r * 0.8, 'H', x - r * 1.15, 'z'];
    case 3:
      return ['M', x, y - r * 1.3, 'L', x + r * 1.3, y, 'L', x, y + r * 1.3, 'L', x - r * 1.3, y, 'z'];
    case 4:
      return ['M', x, y + r * 1.2, 'L', x + r * 1.15, y - r * 0.8, 'H', x - r * 1.15, 'z'];
    default:
      return cross([x, y], r);
  }
}

function cross([x, y]: Point, r: number): (string | number)[] {
  const arm = r * 0.42;
  const long = r * 1.15;
  return [
    ...['M', x - arm, y - long, 'H', x + arm, 'V', y - arm, 'H', x + long, 'V', y + arm, 'H', x + arm],
    ...['V', y + long, 'H', x - arm, 'V', y + arm, 'H', x - long, 'V', y - arm, 'H', x - arm, 'z'],
  ];
}
