import { normal, seeded } from '../../../src/lib/random.js';

/** Rows that are made, n × d, the same each time. */
export const kinds: Record<string, (n: number, d: number) => Float32Array<ArrayBuffer>> = {
	/** Eight dimensions bent into d. */
	curved(n, d) {
		const random = seeded(1);
		const weights = Float64Array.from({ length: 8 * d }, () => normal(random) / Math.sqrt(8));
		const values = new Float32Array(n * d);
		const free = new Float64Array(8);
		for (let i = 0; i < n; i++) {
			for (let z = 0; z < 8; z++) free[z] = normal(random);
			for (let j = 0; j < d; j++) {
				let sum = 0;
				for (let z = 0; z < 8; z++) sum += free[z]! * weights[z * d + j]!;
				values[i * d + j] = 1.2 * Math.tanh(sum) + 0.1 * normal(random);
			}
		}
		return values;
	},
	/** Six round clouds that overlap, that stand apart, and one alone. */
	blobs: (n, d) => clouds(n, d, 6, 2),
	apart: (n, d) => clouds(n, d, 6, 8),
	cloud: (n, d) => clouds(n, d, 1, 0)
};

/** Round clouds of one size whose centres are drawn with standard deviation `wide`. */
function clouds(n: number, d: number, count: number, wide: number): Float32Array<ArrayBuffer> {
	const random = seeded(1);
	const centres = Float64Array.from({ length: count * d }, () => wide * normal(random));
	const values = new Float32Array(n * d);
	for (let i = 0; i < n; i++) {
		const centre = Math.floor(count * random()) * d;
		for (let j = 0; j < d; j++) values[i * d + j] = centres[centre + j]! + normal(random);
	}
	return values;
}
