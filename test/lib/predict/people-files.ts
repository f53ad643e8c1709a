import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { sampleOf, type Trial } from '../../../src/lib/predict/known.js';

/** How a reference file is read and split: its protocol, in data. */
export interface Protocol {
	readonly target: string;
	readonly numeric: readonly string[];
	readonly categorical: readonly string[];
}

/**
 * The split of the reference: rows whose place ends in 7, 8 or 9 are the test. Categories become one column of 0 and 1 per value seen in
 * training; `tenure_days` counts from the latest date of the file.
 */
export function referenceTrial(path: string, { target, numeric, categorical }: Protocol): Trial {
	const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
	const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
	const isTest = (row: number) => row % 10 >= 7;
	const days = data.map((row) => Date.parse(row['Dt_Customer'] ?? '') / 86_400_000);
	const latest = Math.max(...days);
	const number = (row: Record<string, string>, i: number, name: string) =>
		name === 'tenure_days' ? latest - days[i]! : row[name] === '' || row[name] === undefined ? NaN : Number(row[name]);
	const sideOf = (test: boolean) => {
		const rows = data.flatMap((row, i) => (isTest(i) === test ? [[row, i] as const] : []));
		const columns: [string, Float64Array][] = numeric.map((name) => [name, Float64Array.from(rows, ([row, i]) => number(row, i, name))]);
		for (const name of categorical) {
			const levels = [...new Set(data.filter((_, i) => !isTest(i)).map((row) => row[name]!))].sort();
			for (const level of levels) columns.push([`${name}=${level}`, Float64Array.from(rows, ([row]) => (row[name] === level ? 1 : 0))]);
		}
		const outcomes = Uint8Array.from(rows, ([row]) => (/^(1|true)$/i.test(row[target]!) ? 1 : 0));
		return sampleOf({ rows: rows.length, columns: Object.fromEntries(columns), histories: null }, outcomes, null, null);
	};
	return { train: sideOf(false), test: sideOf(true) };
}
