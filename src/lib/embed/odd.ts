import type { Backend } from '../backend/network.js';
import { takeRows } from '../cluster/sample.js';
import type { Feature } from '../features/customers.js';
import type { Matrix } from '../matrix.js';
import { quantileSorted } from '../stats/quantile.js';
import type { Halves } from './embedding.js';
import { unscaled, type Scaling } from './scale.js';

export interface Odd {
	/** Rows whose error lies above the fence, the largest error first. */
	readonly rows: Uint32Array<ArrayBuffer>;
	readonly fence: number;
	readonly median: number;
}

/**
 * Rows that a network gives back unusually badly: their error lies above the upper fence of all errors on a scale of logarithms, the
 * third quartile and one and a half interquartile ranges (Tukey 1977). Errors of normal scores are about log-normal, of which one in 290
 * lies there.
 */
export function oddRows(errors: Float32Array): Odd {
	const sorted = Float64Array.from(errors).sort();
	const [low, median, high] = [0.25, 0.5, 0.75].map((p) => quantileSorted(sorted, p)) as [number, number, number];
	const fence = low > 0 ? high * (high / low) ** 1.5 : high;
	const rows: number[] = [];
	for (let i = 0; i < errors.length; i++) if (errors[i]! > fence) rows.push(i);
	return { rows: Uint32Array.from(rows).sort((a, b) => errors[b]! - errors[a]! || a - b), fence, median };
}

/** A feature of a customer and what the network expects of someone who is otherwise alike. */
export interface Unlike {
	readonly feature: Feature;
	/** In the feature's own unit; of a yes or no and of the value of a category, 1 or 0. */
	readonly value: number;
	/** The same; of a yes or no, the chance of a yes. */
	readonly expected: number;
	/** Its part of the customer's squared error. */
	readonly share: number;
}

/**
 * Of each of some customers, the features that the network gives back worst, the worst first. `groups` are those of the scaling
 * (`groupsOf`): a category is one feature, told by the value that the customer has. What is not known of a customer is left out.
 */
export function unlikeExpected(
	points: Matrix,
	customers: Uint32Array,
	about: { readonly scaling: Scaling; readonly groups: Uint16Array; readonly features: readonly Feature[] },
	{ encoder, decoder }: Halves,
	backend: Backend,
	most: number
): Unlike[][] {
	const { cols } = points;
	const rows = takeRows(points, customers).values;
	const outputs = backend.forward([...encoder, ...decoder], rows, customers.length);
	const features = about.scaling.map(({ feature }) => about.features.find(({ id }) => id === feature)!);
	return Array.from(customers, (customer, i) => {
		const output = outputs.subarray(i * cols, (i + 1) * cols);
		const squares = Float64Array.from(output, (score, j) => (rows[i * cols + j]! - score) ** 2);
		const total = squares.reduce((sum, each) => sum + each, 0);
		const told: Unlike[] = [];
		let end = 0;
		while (end < cols) {
			const first = end;
			let error = 0;
			for (; end < cols && about.groups[end] === about.groups[first]; end++) error += squares[end]!;
			const j = tellingColumn(features, squares, customer, first, end);
			const feature = features[j]!;
			const value = feature.values[customer]!;
			if (Number.isNaN(value) || error === 0) continue;
			told.push({ feature, value, expected: unscaled(output[j]!, about.scaling[j]!), share: error / total });
		}
		return told.sort((a, b) => b.share - a.share).slice(0, most);
	});
}

/** Of the columns of one feature, that of the value which a customer has, or else the worst. */
function tellingColumn(features: readonly Feature[], squares: Float64Array, customer: number, first: number, end: number): number {
	let worst = first;
	for (let j = first; j < end; j++) {
		if (features[j]!.unit === 'category' && features[j]!.values[customer] === 1) return j;
		if (squares[j]! > squares[worst]!) worst = j;
	}
	return worst;
}
