// Rows of the register of companies as entries of a catalogue.
import type { Validity } from '#shared/catalogue/record.ts';
import type { Draft } from './draft.ts';
import { type Keep, readTable } from './read-rows.ts';

const validityOfState: Readonly<Record<string, Validity>> = {
  存续: 'in-force',
  注销: 'expired',
  '吊销，未注销': 'repealed',
  撤销: 'repealed',
};

export async function* realCompanies(keep: Keep): AsyncGenerator<Draft> {
  for await (const row of readTable('register_300k_composed.tsv.gz', keep)) {
    const [name = '', code = '', type = '', founded = '', state = '', office = '', seat = '', scope = ''] =
      row;
    yield {
      kind: 'notice',
      title: name.trim(),
      indexNo: code,
      agencyName: office,
      nodeId: 'n-register',
      topic: '市场监管',
      genre: '登记信息',
      date: founded,
      validity: validityOfState[state] ?? 'unknown',
      summary: `${type}，${seat}，${scope}`,
    };
  }
}
