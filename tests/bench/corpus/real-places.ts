// Real villages, towns and schools as entries of a catalogue.
import type { Draft } from './draft.ts';
import { type Keep, readTable } from './read-rows.ts';

/** What the middle level is called where there is none. */
const emptyLevel = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;

const placeOf = (...levels: readonly string[]) => levels.filter((name) => !emptyLevel.test(name)).join('');

export async function* realVillages(keep: Keep): AsyncGenerator<Draft> {
  for await (const row of readTable('villages_real.tsv.gz', keep)) {
    const [code = '', name = '', town = '', county = '', city = '', province = ''] = row;
    yield {
      kind: 'notice',
      title: name,
      indexNo: code,
      agencyName: `${county}民政局`,
      nodeId: 'n-places',
      topic: '基层组织',
      summary: placeOf(province, city, county, town),
      validity: 'in-force',
    };
  }
}

export async function* realTowns(keep: Keep): AsyncGenerator<Draft> {
  for await (const row of readTable('towns_real.tsv.gz', keep)) {
    const [code = '', name = '', county = '', city = '', province = ''] = row;
    yield {
      kind: 'page',
      title: name,
      indexNo: code,
      agencyName: `${county}人民政府`,
      nodeId: 'n-places',
      topic: '行政区划',
      summary: placeOf(province, city, county),
      validity: 'in-force',
    };
  }
}

export async function* realSchools(keep: Keep): AsyncGenerator<Draft> {
  for await (const row of readTable('schools_real.tsv.gz', keep)) {
    const [name = '', province = '', city = '', county = '', type = ''] = row;
    yield {
      kind: 'page',
      title: name.trim(),
      agencyName: `${county || city}教育局`,
      nodeId: 'n-places',
      topic: '教育',
      genre: type,
      summary: placeOf(province, city, county),
    };
  }
}
