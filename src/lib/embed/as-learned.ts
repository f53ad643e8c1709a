import type { Customers, Feature } from '../features/customers.js';
import { Problem } from '../problem.js';
import type { Scaling } from './scale.js';

/** What there is to know of a feature besides its scaling, to recognise it among other customers and to fill its gaps. */
export interface LearnedFeature {
	/** Name of the column behind it; null where none is. */
	readonly column: string | null;
	/** What stood in for missing values; null where they stayed unknown. */
	readonly standIn: number | null;
}

/** What was known of the features of a scaling, by their ids. */
export const learnedFeatures = ({ features }: Customers, scaling: Scaling): Record<string, LearnedFeature> =>
	Object.fromEntries(
		scaling.map(({ feature: id }) => {
			const { attribute, filled } = features.find((feature) => feature.id === id)!;
			return [id, { column: attribute?.name ?? null, standIn: filled?.value ?? null }];
		})
	);

/**
 * Customers with the features that a scaling was learned on. A column is found by its name, wherever it stands, and where several have that
 * name by its place too. A value of a category that nobody has today is a feature of zeros, and one that was too rare, or not there, when the
 * scaling was learned counts as one of the others. Where a value is missing there stands in what stood in then.
 * @throws Problem keptColumn {name} or keptFeature {feature}, its id, where a feature is not there today
 */
export function asLearned(customers: Customers, scaling: Scaling, learned: Readonly<Record<string, LearnedFeature>>): Customers {
	const today = new Map(customers.features.map((feature) => [feature.id, feature]));
	const places = placesToday(customers, learned);
	const idToday = (id: string) => id.replace(ofColumn, (_, place: string) => `column:${places.get(Number(place))}`);
	const own = new Set(scaling.map(({ feature }) => idToday(feature)));
	const features = scaling.map(({ feature: id }): Feature => {
		const { column: name, standIn } = learned[id]!;
		const place = ofColumn.exec(id)?.[1];
		const exact = today.get(idToday(id));
		const values = /^column:\d+(=|≠$)/u.test(id) ? valuesOf(customers, places.get(Number(place))) : [];
		const like = exact ?? values[0];
		if (!like) throw name === null ? new Problem('keptFeature', { feature: id }) : new Problem('keptColumn', { name });
		const from = id.endsWith('≠') ? values.filter((value) => value === exact || !own.has(value.id)) : exact ? [exact] : [];
		const missing = (i: number) => Number.isNaN(like.values[i]) || like.filled?.where[i] === 1;
		const known = (i: number) => (from.length === 1 ? from[0]!.values[i]! : Number(from.some((value) => value.values[i] === 1)));
		return {
			...like,
			id,
			...(place === undefined ? {} : { attribute: { ...like.attribute!, column: Number(place) } }),
			values: like.values.map((_, i) => (missing(i) ? (standIn ?? NaN) : known(i)))
		};
	});
	return { ...customers, features };
}

const ofColumn = /^column:(\d+)/;

/** Features of single values of a column. */
const valuesOf = ({ features }: Customers, column: number | undefined): Feature[] =>
	features.filter(({ attribute }) => attribute?.column === column && attribute?.value !== undefined);

/** Where the columns behind learned features stand today, by where they stood: in the same place, or where alone their name is. */
function placesToday({ features }: Customers, learned: Readonly<Record<string, LearnedFeature>>): Map<number, number> {
	const [then, now] = [new Map<number, string>(), new Map<number, string>()];
	for (const [id, { column }] of Object.entries(learned)) if (column !== null) then.set(Number(ofColumn.exec(id)![1]), column);
	for (const { attribute } of features) if (attribute) now.set(attribute.column, attribute.name);
	const alone = (among: Map<number, string>, name: string) => [...among.values()].filter((other) => other === name).length === 1;
	const moved = [...then].flatMap(([place, name]): [number, number][] => {
		if (now.get(place) === name) return [[place, place]];
		const there = alone(then, name) && alone(now, name) ? [...now].find(([, other]) => other === name) : undefined;
		return there ? [[place, there[0]]] : [];
	});
	return new Map(moved);
}
