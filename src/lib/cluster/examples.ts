import type { Matrix } from '../matrix.js';
import type { Membership } from './membership.js';
import { Neighbours } from './neighbours.js';

/** Rows, or means of alike rows, whose clusters are known. */
export interface Examples {
	readonly points: Matrix;
	readonly labels: Uint16Array<ArrayBuffer>;
	readonly strength: Float32Array<ArrayBuffer>;
}

/** Gives each row the label and strength of the nearest example; the second is that of the nearest with another label. */
export function nearestExample({ rows, cols, values }: Matrix, { points, labels: known, strength: strengths }: Examples): Membership {
	// Examples of one label lie together, four by four: the last stands for what is missing.
	const order: number[] = [];
	const groups: { readonly label: number; readonly first: number; readonly count: number }[] = [];
	for (const label of [...new Set(known)].sort((a, b) => a - b)) {
		const first = order.length;
		known.forEach((other, e) => {
			if (other === label) order.push(e);
		});
		while (order.length % 4 > 0) order.push(order.at(-1)!);
		groups.push({ label, first, count: order.length - first });
	}
	const near = new Neighbours({
		rows: order.length,
		cols,
		values: Float32Array.from(
			{ length: order.length * cols },
			(_, at) => points.values[order[Math.floor(at / cols)]! * cols + (at % cols)]!
		)
	});
	const labels = new Uint16Array(rows);
	const strength = new Float32Array(rows);
	const second = new Uint16Array(rows);
	for (let i = 0; i < rows; i++) {
		near.measureFrom(values, i * cols);
		let [label, next, example] = [-1, -1, 0];
		let [least, following] = [Infinity, Infinity];
		for (const group of groups) {
			const place = near.nearest(group.first, group.count);
			const d = near.found(place);
			if (d < least) {
				[next, following] = [label, least];
				[label, least, example] = [group.label, d, order[place]!];
			} else if (d < following) [next, following] = [group.label, d];
		}
		labels[i] = label;
		strength[i] = strengths[example]!;
		second[i] = next < 0 ? label : next;
	}
	near.free();
	return { labels, strength, second };
}
