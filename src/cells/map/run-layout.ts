import { sampleRows, takeRows } from '../../lib/cluster/sample.js';
import type { Matrix } from '../../lib/matrix.js';
import { distinctRows } from '../../lib/project/distinct-rows.js';
import { keptNeighbours } from '../../lib/project/kept-neighbours.js';
import { principalAxes, projectOnto, type Axes } from '../../lib/project/pca.js';
import { placeAmong, type PlacedRows } from '../../lib/project/place.js';
import { umap } from '../../lib/project/umap.js';
import { hash } from '../../lib/hash.js';
import { seeded } from '../../lib/random.js';
import { part, pause, type Task } from '../../lib/task.js';

/** Where everyone stands on a map, and what placed them. */
export interface Layout {
	/** The same for the same places. */
	readonly id: string;
	/** x, y pairs. */
	readonly places: Float32Array<ArrayBuffer>;
	readonly model: MapModel;
	/** Share of the variance along the two principal components; null for UMAP. */
	readonly shown: number | null;
	/** Customers that were laid out themselves; the others were placed among them. */
	readonly laidOut: number;
	/** Customers who are exactly like an earlier one, so that they share a place. */
	readonly copies: number;
	/** Of how many customers the neighbourhoods were looked at, and what share the map keeps; null until somebody asks. */
	kept: { readonly rows: number; readonly share: number } | null;
}

/** What places new customers on a map. */
export type MapModel = { readonly kind: 'pca'; readonly axes: Axes } | ({ readonly kind: 'umap' } & PlacedRows);

/** UMAP moves no more customers than these; the others are placed among them. */
const mostLaidOut = 100_000;
const mostLookedAt = 10_000;
export const neighboursLookedAt = 15;

/** The last layouts of an embedding: a change of colour must not repeat them. */
const remembered = new WeakMap<Matrix, Map<string, Layout>>();
const memory = (points: Matrix): Map<string, Layout> => {
	const known = remembered.get(points) ?? new Map<string, Layout>();
	remembered.set(points, known);
	return known;
};

/** From some of the places, spread over all of them. */
function idOf(places: Float32Array): string {
	const step = Math.max(1, Math.floor(places.length / 4000));
	return hash(`${places.length} ${places.filter((_, i) => i % step === 0).join()}`);
}

/** The plane of the two widest directions. */
export async function flat(points: Matrix, task: Task): Promise<Layout> {
	const known = memory(points).get('pca');
	if (known) return known;
	await pause(task);
	const { mean, axes, explained } = principalAxes(points, 2);
	await pause(task);
	const places = projectOnto({ mean, axes }, points).values;
	const { first } = await distinctRows(points, task);
	const layout: Layout = {
		id: idOf(places),
		places,
		model: { kind: 'pca', axes: { mean, axes } },
		shown: explained.reduce((sum, share) => sum + share, 0),
		laidOut: points.rows,
		copies: points.rows - first.length,
		kept: null
	};
	memory(points).set('pca', layout);
	return layout;
}

/** The layout of UMAP, or null where it is not there yet. */
export const settled = (points: Matrix, neighbours: number, seed: number): Layout | null =>
	memory(points).get(`${neighbours} ${seed}`) ?? null;

/**
 * Lays customers out by UMAP, `most` of them at most, and places the others among them; `onlook` can read everyone's place while they move,
 * NaN for those who are placed later.
 */
export async function settle(
	points: Matrix,
	neighbours: number,
	seed: number,
	task: Task,
	onlook: (places: () => Float32Array<ArrayBuffer>) => void,
	most = mostLaidOut
): Promise<Layout> {
	const { rows } = points;
	const whole = rows <= most;
	const chosen = whole ? null : sampleRows(rows, most, seeded(seed));
	const known = chosen ? takeRows(points, chosen) : points;
	const spread = (places: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> => {
		if (!chosen) return places;
		const all = new Float32Array(2 * rows).fill(NaN);
		chosen.forEach((row, i) => all.set(places.subarray(2 * i, 2 * i + 2), 2 * row));
		return all;
	};
	const moved = await umap(known, { seed, neighbours }, part(task, 0, whole ? 1 : 0.5), (places) => onlook(() => spread(places())));
	const placed: PlacedRows = { rows: known, places: moved };
	const places = whole ? moved : await placeAmong(placed, points, part(task, 0.5, 1), neighbours);
	const layout: Layout = {
		id: idOf(places),
		places,
		model: { kind: 'umap', ...placed },
		shown: null,
		laidOut: known.rows,
		copies: (await flat(points, task)).copies,
		kept: null
	};
	// One layout of UMAP at a time: each holds as much as the embedding.
	const keep = memory(points);
	for (const of of keep.keys()) if (of !== 'pca') keep.delete(of);
	keep.set(`${neighbours} ${seed}`, layout);
	return layout;
}

/** What share of neighbourhoods a layout keeps, looked at once. */
export async function keptBy(layout: Layout, points: Matrix, seed: number, task: Task): Promise<Layout['kept']> {
	if (layout.kept || points.rows <= neighboursLookedAt) return layout.kept;
	const rows = sampleRows(points.rows, mostLookedAt, seeded(seed));
	const places = takeRows({ rows: points.rows, cols: 2, values: layout.places }, rows).values;
	layout.kept = { rows: rows.length, share: await keptNeighbours(takeRows(points, rows), places, neighboursLookedAt, task) };
	return layout.kept;
}
