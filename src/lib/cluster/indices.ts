import type { Matrix } from '../matrix.js';
import type { Labeling } from './silhouette.js';

export interface ClusterIndices {
	/** Sum of squared distances of the rows to the means of their clusters. */
	readonly within: number;
	/** Between ÷ (k − 1) over within ÷ (rows − k) (Caliński & Harabasz 1974); higher is better, NaN of one cluster. */
	readonly calinskiHarabasz: number;
	/** Mean over clusters of the worst (sᵢ + sⱼ) ÷ dᵢⱼ (Davies & Bouldin 1979); lower is better, NaN of one cluster. */
	readonly daviesBouldin: number;
}

/** Indices of a partition from its means, in float64. Clusters without rows do not count. */
export function clusterIndices({ rows, cols, values }: Matrix, { labels, k }: Labeling): ClusterIndices {
	const sizes = new Float64Array(k);
	const means = new Float64Array(k * cols);
	const centre = new Float64Array(cols);
	for (let i = 0; i < rows; i++) {
		const c = labels[i]!;
		sizes[c]!++;
		for (let j = 0; j < cols; j++) {
			means[c * cols + j]! += values[i * cols + j]!;
			centre[j]! += values[i * cols + j]! / rows;
		}
	}
	for (let at = 0; at < means.length; at++) means[at]! /= Math.max(1, sizes[Math.floor(at / cols)]!);
	const scatter = new Float64Array(k);
	let within = 0;
	for (let i = 0; i < rows; i++) {
		const c = labels[i]!;
		let d = 0;
		for (let j = 0; j < cols; j++) d += (values[i * cols + j]! - means[c * cols + j]!) ** 2;
		within += d;
		scatter[c]! += Math.sqrt(d);
	}
	const held = Array.from(sizes.keys()).filter((c) => sizes[c]! > 0);
	let between = 0;
	for (const c of held) for (let j = 0; j < cols; j++) between += sizes[c]! * (means[c * cols + j]! - centre[j]!) ** 2;
	let worst = 0;
	for (const a of held) {
		let most = 0;
		for (const b of held) {
			if (a === b) continue;
			let d = 0;
			for (let j = 0; j < cols; j++) d += (means[a * cols + j]! - means[b * cols + j]!) ** 2;
			most = Math.max(most, (scatter[a]! / sizes[a]! + scatter[b]! / sizes[b]!) / Math.sqrt(d));
		}
		worst += most;
	}
	const several = held.length > 1;
	return {
		within,
		calinskiHarabasz: several ? between / (held.length - 1) / (within / (rows - held.length)) : NaN,
		daviesBouldin: several ? worst / held.length : NaN
	};
}
