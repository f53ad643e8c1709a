import { isApart, type Customers, type Feature, type OutcomeColumn } from '../features/customers.js';
import { hash } from '../hash.js';
import { Problem } from '../problem.js';
import type { Columns } from './design.js';
import { sampleOf, takeKnown, takeSample, type Known } from './known.js';
import { bestColumn, columnAucs } from './models.js';
import type { Source } from './source.js';

const folds = 3;
const fewestCustomers = 60;
const fewestOfEach = 20;
const fewestInFold = 5;
/** A column tells an outcome where it alone ranks nearly every customer right; it is asked about where it is far better than any other. */
const [tells, strong, ahead] = [0.99, 0.85, 0.1];

export interface ColumnOptions {
	/** Position of a column whose values are kept together: whoever shares one is learned from or tested on, never both. */
	readonly group: number | null;
	/** Positions of columns that are left out, and of those used though they tell the outcome by themselves. */
	readonly without: readonly number[];
	readonly trusted: readonly number[];
}

/** A feature that tells more than one would believe. */
export interface Questioned {
	readonly feature: Feature;
	/** ROC AUC of it alone. */
	readonly auc: number;
	/** False where it has been left out. */
	readonly used: boolean;
}

export interface ColumnSource extends Source {
	readonly questioned: readonly Questioned[];
	/** The id of the feature that the best single column is, in the last trial. */
	readonly single: string;
}

/**
 * Tests on a column of a table of people: customers are parted in three, always the same way for the same ids and with the outcome as
 * frequent in each, or by the values of a column that are to stay together. Of two trials each learns from two thirds and is tested on the
 * other. Who is scored is scored by what was learned from the other two thirds; customers without a known outcome by all who have one.
 * Features that tell the outcome by themselves are left out unless they are trusted.
 * @throws Problem `groupsTooFew` when a third of the groups has fewer than five of either outcome, `nothingTells` when no feature is left,
 * `constantOutcome` when all customers with a known outcome have the same, `fewOutcomes` when fewer than 60 customers have a known outcome, or fewer than 20 of them either one
 */
export function columnSource(customers: Customers, outcome: OutcomeColumn, { group, without, trusted }: ColumnOptions): ColumnSource {
	const { column, name, positive } = outcome;
	const known = rowsWhere(outcome.values, (value) => !Number.isNaN(value));
	const unknown = rowsWhere(outcome.values, Number.isNaN);
	const outcomes = Uint8Array.from(known, (row) => outcome.values[row]!);
	const positives = outcomes.reduce((sum, value) => sum + value, 0);
	if (known.length > 0 && (positives === 0 || positives === known.length))
		throw new Problem('constantOutcome', { column: name, n: known.length });
	if (known.length < fewestCustomers || Math.min(positives, known.length - positives) < fewestOfEach)
		throw new Problem('fewOutcomes', { column: name, n: known.length, positives, needed: fewestOfEach, customers: fewestCustomers });
	const offered = customers.features.filter(({ id, attribute }) => attribute?.column !== column && !isApart(id));
	const aucs = columnAucs({ columns: columnsOf(offered, known), outcomes });
	const judged = offered.map((feature, k) => ({ feature, auc: aucs[k]!.auc }));
	const at = ({ attribute }: Feature) => attribute?.column ?? -1;
	const told = judged.filter(({ auc }) => auc >= tells);
	const kept = offered.filter(
		(feature) => !without.includes(at(feature)) && (trusted.includes(at(feature)) || !told.some((one) => sameColumn(one.feature, feature)))
	);
	const used = kept.filter((feature) => group === null || at(feature) !== group);
	if (used.length === 0) throw new Problem('nothingTells', { column: name });
	const best = [...judged].sort((a, b) => b.auc - a.auc);
	const second = best.find(({ feature }) => !sameColumn(feature, best[0]!.feature))?.auc ?? 0.5;
	const questioned = best.filter(
		({ feature, auc }, rank) => auc >= tells || without.includes(at(feature)) || (rank === 0 && auc >= strong && auc >= second + ahead)
	);
	const all: Known = { rows: customers.ids.length, columns: columnsOf(used, null), histories: null };
	const whole = sampleOf(takeKnown(all, known), outcomes, null, null);
	const fold = foldsOf(
		Array.from(known, (row) => customers.ids[row]!),
		outcomes,
		group === null ? null : Array.from(known, (row) => groupOf(customers, group, row))
	);
	for (let k = 0; k < folds; k++) {
		const own = outcomes.filter((_, i) => fold[i] === k);
		const yes = own.reduce((sum, value) => sum + value, 0);
		if (Math.min(yes, own.length - yes) < fewestInFold) throw new Problem('groupsTooFew', { column: name });
	}
	const rowsIn = (k: number) => rowsWhere(fold, (own) => own === k);
	const rowsOutside = (k: number) => rowsWhere(fold, (own) => own !== k);
	return {
		single: bestColumn(takeSample(whole, rowsOutside(1))),
		models: ['baseRate', 'single', 'logistic', 'network', 'trees'],
		target: { kind: 'column', column, name, positive },
		horizonDays: null,
		asOfDay: customers.analysisDay,
		trials: 2,
		trial: (k) => ({ train: takeSample(whole, rowsOutside(k)), test: takeSample(whole, rowsIn(k)) }),
		parts: () => [
			...Array.from({ length: folds }, (_, k) => ({
				learn: takeSample(whole, rowsOutside(k)),
				known: takeKnown(whole, rowsIn(k)),
				places: rowsIn(k).map((row) => known[row]!)
			})),
			{ learn: whole, known: takeKnown(all, unknown), places: unknown }
		],
		yearBefore: null,
		customers: customers.ids.length,
		questioned: questioned.map(({ feature, auc }) => ({ feature, auc, used: kept.includes(feature) }))
	};
}

/** The columns of features for all customers, or those at `rows`; features that are not there are missing. */
export const columnsOf = (features: readonly Feature[], rows: Uint32Array | null): Columns =>
	Object.fromEntries(features.map(({ id, values }) => [id, rows ? Float64Array.from(rows, (row) => values[row]!) : values]));

const sameColumn = (a: Feature, b: Feature): boolean =>
	a === b || (a.attribute !== undefined && a.attribute.column === b.attribute?.column);

function rowsWhere(values: Float64Array | Uint8Array, holds: (value: number) => boolean): Uint32Array {
	const rows = new Uint32Array(values.length);
	let n = 0;
	for (let row = 0; row < values.length; row++) if (holds(values[row]!)) rows[n++] = row;
	return rows.slice(0, n);
}

/** What a customer's cell of a column says, as far as features tell. */
function groupOf({ features }: Customers, column: number, row: number): string {
	const own = features.filter(({ attribute }) => attribute?.column === column);
	return own.map(({ values }) => values[row]).join(' ');
}

/** The third of each customer: in order of a hash, by turns within each outcome, or group by group to the third that is smallest so far. */
function foldsOf(ids: readonly string[], outcomes: Uint8Array, groups: readonly string[] | null): Uint8Array {
	const fold = new Uint8Array(ids.length);
	const byHash = (values: readonly string[]) => [...values.keys()].sort((a, b) => compare(hash(values[a]!), hash(values[b]!)) || a - b);
	if (!groups) {
		const next = [0, 0];
		for (const row of byHash(ids)) fold[row] = next[outcomes[row]!]!++ % folds;
		return fold;
	}
	const sizes = new Array<number>(folds).fill(0);
	const members = new Map<string, number[]>();
	groups.forEach((group, row) => {
		if (!members.has(group)) members.set(group, []);
		members.get(group)!.push(row);
	});
	const names = [...members.keys()];
	for (const g of byHash(names)) {
		const own = members.get(names[g]!)!;
		const smallest = sizes.indexOf(Math.min(...sizes));
		for (const row of own) fold[row] = smallest;
		sizes[smallest]! += own.length;
	}
	return fold;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
