import { takeRows } from '../cluster/sample.js';
import type { Matrix } from '../matrix.js';
import { normal, seeded } from '../random.js';
import { part, pause, type Task } from '../task.js';
import { fitCurve } from './curve.js';
import { distinctRows } from './distinct-rows.js';
import { fuzzyGraph } from './fuzzy.js';
import { layOut } from './layout.js';
import { NearestRows } from './neighbours.js';
import { principalAxes, projectOnto } from './pca.js';

export interface UmapOptions {
	readonly seed: number;
	/** How many rows make a neighbourhood, the row itself included. */
	readonly neighbours?: number;
	/** How close points may come on the map. */
	readonly minDist?: number;
	readonly epochs?: number;
}

/** Half the width of the map that the layout starts from. */
const wide = 10;
const noise = 1e-4;

/**
 * Uniform manifold approximation and projection to two dimensions (McInnes, Healy & Melville 2018), from exact neighbours, starting at the
 * principal components. Returns x, y pairs. Who is near whom is all that they mean: neither distances nor gaps do. Equal rows share one
 * place, and count as one for their neighbours, whose reach they would else use up. The same rows and options give the same bytes.
 *
 * @param points rows × cols, finite
 * @param onlook can read the places while they move, whenever work was interrupted to let messages in
 */
export async function umap(
	points: Matrix,
	{ seed, neighbours = 15, minDist = 0.1, epochs = 200 }: UmapOptions,
	task: Task,
	onlook?: (places: () => Float32Array<ArrayBuffer>, epoch: number) => void
): Promise<Float32Array<ArrayBuffer>> {
	const { first, kind } = await distinctRows(points, task);
	const alone = first.length === points.rows;
	const distinct = alone ? points : takeRows(points, first);
	const spread = (places: Float32Array<ArrayBuffer>) =>
		alone ? places.slice() : takeRows({ rows: first.length, cols: 2, values: places }, kind).values;
	const places = await beginning(distinct, seed, task);
	await pause(task);
	const k = Math.min(neighbours, distinct.rows) - 1;
	if (k > 0) {
		const tree = await NearestRows.of(distinct, task);
		const near = await tree.ofEach(k, part(task, 0, 0.25));
		const graph = await fuzzyGraph(near, task);
		task.progress(0.3);
		const curve = await fitCurve(minDist, task);
		await layOut(graph, places, { epochs, curve, seed }, part(task, 0.3, 1), onlook && ((now, epoch) => onlook(() => spread(now), epoch)));
	}
	return spread(places);
}

/** The two principal components at a handy width, with a little noise that sets apart what lies in one place. */
async function beginning(points: Matrix, seed: number, task: Task): Promise<Float32Array<ArrayBuffer>> {
	const axes = principalAxes(points, 2);
	await pause(task);
	const places = projectOnto(axes, points).values;
	const random = seeded(seed);
	let most = 0;
	for (const at of places) most = Math.max(most, Math.abs(at));
	for (let i = 0; i < places.length; i++) places[i] = (most > 0 ? (wide * places[i]!) / most : 0) + noise * normal(random);
	return places;
}
