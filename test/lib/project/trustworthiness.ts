import type { Matrix } from '../../../src/lib/matrix.js';

/** Squared distances from row i to every row, in float64. */
const distances = ({ rows, cols, values }: Matrix, i: number): Float64Array =>
	Float64Array.from({ length: rows }, (_, other) => {
		let sum = 0;
		for (let j = 0; j < cols; j++) sum += (values[i * cols + j]! - values[other * cols + j]!) ** 2;
		return sum;
	});

/** Every other row of `matrix`, the nearest to row i first, in float64. */
export const ranked = (matrix: Matrix, i: number): number[] => {
	const far = distances(matrix, i);
	return Array.from({ length: matrix.rows }, (_, j) => j)
		.filter((j) => j !== i)
		.sort((a, b) => far[a]! - far[b]!);
};

/** Trustworthiness by its definition (Venna & Kaski 2001): 1 − 2 ÷ (n k (2n − 3k − 1)) · Σ over neighbours that only the map has of (rank − k). */
export function trustworthiness(points: Matrix, places: Matrix, k = 5): number {
	const n = points.rows;
	let penalty = 0;
	for (let i = 0; i < n; i++) {
		const far = distances(points, i);
		for (const j of ranked(places, i).slice(0, k)) {
			let rank = 1;
			for (let other = 0; other < n; other++) if (other !== i && far[other]! < far[j]!) rank++;
			penalty += Math.max(0, rank - k);
		}
	}
	return 1 - (2 * penalty) / (n * k * (2 * n - 3 * k - 1));
}
