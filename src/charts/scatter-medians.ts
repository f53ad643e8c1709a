import { quickselect } from 'd3';

/** Where a group's label stands: the medians of its points' positions. */
export interface GroupCentre {
	readonly group: number;
	readonly x: number;
	readonly y: number;
	/** Points of the group with a position. */
	readonly count: number;
}

function median(values: Float64Array): number {
	const middle = (values.length - 1) >> 1;
	quickselect(values, middle);
	return values[middle]!;
}

/** The lower medians of x and of y in each of `groups` groups; a group without points is left out. */
export function groupCentres(x: Float32Array, y: Float32Array, group: Uint16Array, groups: number): GroupCentre[] {
	const members = new Uint32Array(groups);
	const placed = (i: number) => group[i]! < groups && Number.isFinite(x[i]!) && Number.isFinite(y[i]!);
	for (let i = 0; i < x.length; i++) if (placed(i)) members[group[i]!]!++;
	const xs = Array.from(members, (n) => new Float64Array(n));
	const ys = Array.from(members, (n) => new Float64Array(n));
	members.fill(0);
	for (let i = 0; i < x.length; i++) {
		if (!placed(i)) continue;
		const g = group[i]!;
		const at = members[g]!++;
		xs[g]![at] = x[i]!;
		ys[g]![at] = y[i]!;
	}
	return Array.from(members, (count, g) => ({ group: g, count })).flatMap(({ group: g, count }) =>
		count === 0 ? [] : [{ group: g, count, x: median(xs[g]!), y: median(ys[g]!) }]
	);
}
