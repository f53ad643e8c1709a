import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Rows } from '../../../src/lib/cluster/methods.js';
import { rowsOf } from '../../../src/lib/embed/mixed.js';
import { fitScaling } from '../../../src/lib/embed/scale.js';
import type { Customers, Feature } from '../../../src/lib/features/customers.js';

export interface Planted extends Rows {
	readonly truth: Uint16Array;
	readonly k: number;
}

/** A file of planted segments, measured as the product measures customers: numbers by ranks, a category's indicators together like one number. */
export function readPlanted(path: string, most = Infinity): Planted {
	const [header, ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trim().split(/\r?\n/);
	const names = header!.split(',');
	const rows = lines.slice(0, most).map((line) => line.split(','));
	const features = names.flatMap((name, j): Feature[] => {
		if (name.startsWith('n')) return [{ id: name, unit: 'number', values: Float64Array.from(rows, (row) => Number(row[j])) }];
		if (!name.startsWith('c')) return [];
		const values = [...new Set(rows.map((row) => row[j]!))].sort();
		return values.map((value) => ({
			id: `${name}=${value}`,
			unit: 'category',
			attribute: { column: j, name, value },
			values: Float64Array.from(rows, (row) => (row[j] === value ? 1 : 0))
		}));
	});
	const customers: Customers = {
		ids: rows.map((row) => row[0]!),
		analysisDay: null,
		features,
		country: null,
		currency: null,
		log: null
	};
	const scaling = fitScaling(
		customers,
		features.map(({ id }) => id)
	);
	const truth = Uint16Array.from(rows, (row) => Number(row[names.indexOf('segment')]));
	return { ...rowsOf(customers, scaling), truth, k: new Set(truth).size };
}
