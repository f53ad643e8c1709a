import type { Customers, Feature } from '../features/customers.js';
import { Problem } from '../problem.js';
import type { Scaling } from './scale.js';

const featuresOf = ({ features }: Customers, scaling: Scaling): Feature[] =>
	scaling.map(({ feature }) => features.find(({ id }) => id === feature)!);

/** Names of the columns behind the features of a scaling, by the id of the feature. */
export const columnsOf = (customers: Customers, scaling: Scaling): Record<string, string> =>
	Object.fromEntries(featuresOf(customers, scaling).flatMap(({ id, attribute }) => (attribute ? [[id, attribute.name]] : [])));

/**
 * Customers with the features that a scaling was learned on. A value of a category that nobody has today is a feature of zeros, and one that
 * was too rare, or not there, when the scaling was learned counts as one of the others.
 * @param columns names of the columns that features were of, by their ids
 * @throws Problem keptColumn {name} or keptFeature {feature}, its id, where a feature is not there today, or is one of another column
 */
export function asLearned(customers: Customers, scaling: Scaling, columns: Readonly<Record<string, string>>): Customers {
	const today = new Map(customers.features.map((feature) => [feature.id, feature]));
	const own = new Set(scaling.map(({ feature }) => feature));
	const features = scaling.map(({ feature: id }): Feature => {
		const name = columns[id];
		const [, column, value] = /^column:(\d+)(?:=(.*)|≠)$/su.exec(id) ?? [];
		const values = customers.features.filter(({ unit, attribute }) => unit === 'category' && attribute?.column === Number(column));
		const found = today.get(id) ?? (column === undefined ? undefined : values[0]);
		if (!found || (found.attribute?.name ?? undefined) !== name)
			throw name === undefined ? new Problem('keptFeature', { feature: id }) : new Problem('keptColumn', { name });
		if (column === undefined || (value !== undefined && today.has(id))) return found;
		const others = value === undefined ? values.filter((other) => other.id === id || !own.has(other.id)) : [];
		return {
			...found,
			id,
			attribute: { ...found.attribute!, value: value ?? null },
			values: values[0]!.values.map((known, i) => (Number.isNaN(known) ? NaN : Number(others.some((other) => other.values[i] === 1))))
		};
	});
	return { ...customers, features };
}
