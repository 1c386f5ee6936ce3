// Display settings in a manifest: back as they went in, older releases without them, nothing malformed let through.
import { expect, test } from 'vitest';
import { defaultDisplay, type VenueDisplay } from '#shared/catalogue/venue-display.ts';
import { ShapeError } from '#shared/release/bounded-json.ts';
import { parseDisplay } from '#shared/release/parse-display.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';

const hours = { days: [1, 2, 3], from: '09:00', to: '17:00' } as const;
const display: VenueDisplay = {
  accent: '#0f5c5c',
  emblem: '明渚',
  opening: [hours],
  quiet: [{ days: [6, 7], from: '22:00', to: '06:00' }],
  wall: { plan: [{ layout: 'charts', span: null }], pageSeconds: 20 },
};

test('display › when written and read › it is the same', () => {
  expect(parseDisplay(JSON.parse(JSON.stringify(display)))).toEqual(display);
});

test('display › when the release is older than the settings › it is the product’s own', () => {
  const venue = { name: '馆', region: '区', address: null, phone: null, hours: null, supervisionPhone: null };
  const manifest = {
    format: 1,
    version: 3,
    publishedAt: '2025-06-01T08:00:00.000Z',
    note: '',
    publicUrl: 'http://localhost:8080',
    venue,
    agencies: [],
    tree: [],
    records: 0,
    byKind: { document: 0, guide: 0, notice: 0, matter: 0, page: 0 },
    segments: [],
    attachments: [],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  expect(parseManifest(bytes).venue.display).toEqual(defaultDisplay);
});

test('display › when the plan names a layout of a later program › the rest of the plan stands', () => {
  const plan = [{ layout: 'hologram', span: null }, ...display.wall.plan];
  expect(parseDisplay({ ...display, wall: { ...display.wall, plan } })).toEqual(display);
});

test.each([
  ['no settings', null],
  ['a colour that is none', { ...display, accent: 'red' }],
  ['an emblem too long', { ...display, emblem: '明渚区人民政府信息' }],
  ['a time that is none', { ...display, opening: [{ ...hours, from: '9:00' }] }],
  ['an hour past the day', { ...display, opening: [{ ...hours, to: '24:00' }] }],
  ['a day that is none', { ...display, quiet: [{ ...hours, days: [8] }] }],
  ['more spans than a form holds', { ...display, opening: Array.from({ length: 15 }, () => hours) }],
  ['no wall', { ...display, wall: undefined }],
  ['pages that flash', { ...display, wall: { ...display.wall, pageSeconds: 1 } }],
])('display › when it is %s › it is refused', (_name, value) => {
  expect(() => parseDisplay(value)).toThrow(ShapeError);
});
