import { featureInfo, shownId, type Customers } from '../../lib/features/customers.js';
import { projectOnto } from '../../lib/project/pca.js';
import { placeAmong } from '../../lib/project/place.js';
import type { Scores } from '../../lib/predict/scores.js';
import type { Segments } from '../../lib/segments/segments.js';
import { midPercentiles } from '../../lib/stats/ranks.js';
import type { Values } from '../../lib/value/values.js';
import type { Apply, Run } from '../cell.js';
import { customerFile } from '../customer-file.js';
import { quiet, taskOf, unwatched } from '../task.js';
import { flat, keptBy, neighboursLookedAt, settle, settled, type Layout, type MapModel } from './run-layout.js';
import { multiplesOf } from './run-multiples.js';
import type { AudienceRequest, CustomerFacts, Kept, MapView, Multiples, Shading, spec } from './spec.js';

/** How often the moving picture is sent, and from how many customers on less often: drawing it costs the page as much as moving it. */
const [msBetweenLooks, many, msBetweenLooksOfMany] = [150, 30_000, 500];

export const run: Run<typeof spec, null, MapView> = async (ctx, params, { points, segments, customers, scores, values }) => {
	const { neighbours } = params;
	const shaded = shadingOf(params.colour, points.errors, customers, scores ?? null, values ?? null);
	const rest = {
		labels: segments.labels,
		names: segments.names,
		graded: segments.strength !== null && segments.second !== null,
		shade: shaded && { by: shaded.by, ranks: Float32Array.from(midPercentiles(shaded.values)), ends: ends(shaded.values) },
		features: customers.features.map(featureInfo),
		currency: customers.currency,
		orders: customers.log !== null,
		scores: customers.log !== null || (customers.outcomes ?? []).length > 0
	};
	const viewOf = (layout: Omit<Layout, 'model' | 'kept'>, by: MapView['layout']): MapView => ({
		...rest,
		...apart(layout.places),
		id: layout.id,
		layout: by,
		shown: layout.shown,
		laidOut: layout.laidOut,
		copies: layout.copies
	});
	let layout = await flat(points, quiet(ctx, ctx.signal));
	if (params.layout === 'umap') {
		const known = settled(points, neighbours, ctx.seed);
		if (!known) {
			ctx.preview(viewOf(layout, 'pca'));
			await ctx.breathe();
		}
		let looked = performance.now();
		const pace = points.rows > many ? msBetweenLooksOfMany : msBetweenLooks;
		layout =
			known ??
			(await settle(points, neighbours, ctx.seed, taskOf(ctx, 'map.stage.settle'), (places) => {
				if (performance.now() - looked < pace) return;
				looked = performance.now();
				ctx.preview(viewOf({ ...layout, id: '', places: places(), shown: null }, 'umap'));
			}));
	}
	return {
		output: null,
		view: viewOf(layout, params.layout),
		model: layout.model,
		answers: {
			customer: (index: number, _signal: AbortSignal, reveal: boolean): CustomerFacts => ({
				...facts(customers, segments, index, reveal),
				shade: shaded && shaded.by.kind !== 'feature' ? shaded.values[index]! : null
			}),
			multiples: (_: null, signal: AbortSignal): Promise<Multiples> =>
				multiplesOf(layout.places, segments.labels, segments.names.length, customers, quiet(ctx, signal)),
			audience: ({ name, members, ...words }: AudienceRequest) => customerFile(customers, segments, members, words, () => [name]),
			find: (id: string) => customers.ids.indexOf(id.trim()),
			kept: async (_: null, signal: AbortSignal): Promise<Kept | null> => {
				const kept = await keptBy(layout, points, ctx.seed, quiet(ctx, signal));
				return kept && { ...kept, neighbours: neighboursLookedAt };
			}
		}
	};
};

/** Places new customers on the map that was made before: x, y pairs. UMAP's has nobody move for them. */
export const apply: Apply<typeof spec, MapModel, Promise<Float32Array<ArrayBuffer>>> = async (model, { points }) => {
	if (model.kind === 'pca') return projectOnto(model.axes, points).values;
	return placeAmong(model, points, unwatched);
};

/** The numbers that colour the map, or null where segments do. */
function shadingOf(
	colour: string,
	errors: Float32Array,
	{ features }: Customers,
	scores: Scores | null,
	values: Values | null
): { readonly by: Shading; readonly values: ArrayLike<number> } | null {
	if (scores) {
		const { values: chances, ...about } = scores;
		return { by: { kind: 'score', about }, values: chances };
	}
	if (values) {
		const { past, future, asOfDay, terms } = values;
		const ahead = future?.value ?? null;
		return { by: { kind: 'value', model: ahead ? future!.model : null, asOfDay, terms }, values: ahead ?? past };
	}
	if (colour === '~error') return { by: { kind: 'error' }, values: errors };
	const feature = features.find(({ id }) => id === colour);
	return feature ? { by: { kind: 'feature', feature: featureInfo(feature) }, values: feature.values } : null;
}

function ends(values: ArrayLike<number>): [number, number] {
	let [low, high] = [Infinity, -Infinity];
	for (let i = 0; i < values.length; i++) {
		if (values[i]! < low) low = values[i]!;
		if (values[i]! > high) high = values[i]!;
	}
	return [low, high];
}

function apart(places: Float32Array): Pick<MapView, 'x' | 'y'> {
	const x = new Float32Array(places.length / 2);
	const y = new Float32Array(places.length / 2);
	for (let i = 0; i < x.length; i++) {
		x[i] = places[2 * i]!;
		y[i] = places[2 * i + 1]!;
	}
	return { x, y };
}

const facts = (
	{ ids, idKind, features, currency }: Customers,
	{ labels }: Segments,
	index: number,
	reveal: boolean
): Omit<CustomerFacts, 'shade'> => ({
	id: shownId(ids[index]!, idKind, reveal),
	segment: labels[index]!,
	values: features.map((feature) => ({ feature: featureInfo(feature), value: feature.values[index]! })),
	currency
});
