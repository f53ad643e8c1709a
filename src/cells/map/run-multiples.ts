import { everyNth } from '../../lib/cluster/sample.js';
import { featureInfo, type Customers } from '../../lib/features/customers.js';
import { groupMeans } from '../../lib/stats/group-means.js';
import { midPercentiles } from '../../lib/stats/ranks.js';
import { pause, type Task } from '../../lib/task.js';
import { shadeStep, type Multiples } from './spec.js';

const shown = 2000;

/** Some customers, spread evenly over all, where the map has them, with the rank of each in every feature. */
export async function multiplesOf(
	places: Float32Array,
	labels: Uint16Array,
	segments: number,
	{ features }: Customers,
	task: Task
): Promise<Multiples> {
	const some = everyNth(labels.length, shown);
	const take = (offset: number) => Float32Array.from(some, (row) => places[2 * row + offset]!);
	const own = Uint16Array.from(some, (row) => labels[row]!);
	const made: Multiples['features'][number][] = [];
	for (const feature of features) {
		await pause(task);
		const ranks = midPercentiles(Float64Array.from(some, (row) => feature.values[row]!));
		const means = groupMeans(own, ranks, segments);
		made.push({ feature: featureInfo(feature), steps: Uint16Array.from(ranks, shadeStep), means, told: told(own, ranks, means) });
	}
	return { x: take(0), y: take(1), labels: own, features: made.sort((a, b) => b.told - a.told) };
}

/** Share of the variance of ranks that lies between segments (η²; Fisher 1925). */
function told(labels: Uint16Array, ranks: Float64Array, means: readonly number[]): number {
	let between = 0;
	let all = 0;
	ranks.forEach((rank, i) => {
		if (Number.isNaN(rank)) return;
		// The mean of mid-ranks is a half.
		between += (means[labels[i]!]! - 0.5) ** 2;
		all += (rank - 0.5) ** 2;
	});
	return all > 0 ? between / all : 0;
}
