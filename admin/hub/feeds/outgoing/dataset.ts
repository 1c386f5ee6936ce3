// Describes the open data to machines, in the words of DCAT as JSON-LD.
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { openDataChinese as words } from '../../phone/text-open-data.ts';
import { registerFileName, type SharedRegister } from './export-release.ts';

/** What `/open-data/dataset.json` says. */
export function describeDataset(
  manifest: ReleaseManifest,
  registers: readonly SharedRegister[],
  base: string,
): string {
  const { venue, publishedAt, version } = manifest;
  const file = (name: string, title: string, mediaType: string) => ({
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:downloadURL': { '@id': `${base}/open-data/${name}` },
    'dcat:mediaType': mediaType,
  });
  const description = {
    '@context': {
      ...{
        dcat: 'http://www.w3.org/ns/dcat#',
        dct: 'http://purl.org/dc/terms/',
        foaf: 'http://xmlns.com/foaf/0.1/',
      },
    },
    '@id': `${base}/open-data/dataset.json`,
    '@type': 'dcat:Dataset',
    'dct:title': `${venue.name} · ${words.title}`,
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': venue.name },
    'dct:spatial': venue.region,
    'dct:language': 'zh-CN',
    'dct:modified': publishedAt,
    'dcat:version': String(version),
    'dcat:landingPage': { '@id': `${base}/open-data/` },
    'dcat:distribution': [
      file('records.csv', words.csv, 'text/csv'),
      file('records.jsonl', words.jsonLines, 'application/jsonl'),
      file('records.json', words.json, 'application/json'),
      ...registers.map((register) => file(registerFileName(register), register.title, 'text/csv')),
    ],
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}
