import { byDifferences, minimise } from '../stats/minimise.js';
import type { Task } from '../task.js';

/** How likely two points at distance x on the map are joined: 1 / (1 + a x^2b). */
export interface Curve {
	readonly a: number;
	readonly b: number;
}

const places = 300;
const furthest = 3;

/**
 * The curve nearest in least squares, at 300 distances from 0 to 3, to one that is 1 up to `minDist` and falls off as exp(minDist − x)
 * beyond (McInnes, Healy & Melville 2018, definition 11). At 0.1, a ≈ 1.577 and b ≈ 0.895.
 */
export async function fitCurve(minDist: number, task: Task): Promise<Curve> {
	const x = Float64Array.from({ length: places }, (_, i) => (furthest * i) / (places - 1));
	const wanted = x.map((d) => (d <= minDist ? 1 : Math.exp(minDist - d)));
	const misfit = ([a, b]: Float64Array) => {
		let sum = 0;
		for (let i = 0; i < places; i++) sum += (1 / (1 + Math.exp(a!) * x[i]! ** (2 * Math.exp(b!))) - wanted[i]!) ** 2;
		return sum;
	};
	const { x: found } = await minimise(byDifferences(misfit), [0, 0], { limit: 5, flat: 1e-8 }, task);
	return { a: Math.exp(found[0]!), b: Math.exp(found[1]!) };
}
