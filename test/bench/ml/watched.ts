import { turn } from '../../../src/compute/turn.js';
import type { Task } from '../../../src/lib/task.js';

/** What somebody who waits for long work sees of it. */
export interface Watched {
	/** ms from beginning to end. */
	readonly ms: number;
	/** Progress as it was told: ms since the beginning, and how far. */
	readonly told: readonly (readonly [ms: number, ratio: number])[];
	/** ms between two moments at which a stop would have been heard, at most. */
	readonly deaf: number;
}

/** Does long work, in turns with the messages that wait as the product does, and writes down what it tells of itself. */
export async function watched(work: (task: Task) => Promise<unknown>, signal: AbortSignal): Promise<Watched> {
	const told: [number, number][] = [];
	const start = performance.now();
	let [heard, deaf] = [start, 0];
	const listen = () => {
		deaf = Math.max(deaf, performance.now() - heard);
	};
	await work({
		signal,
		async breathe() {
			listen();
			await turn();
			heard = performance.now();
		},
		progress: (ratio) => ratio === null || told.push([performance.now() - start, ratio])
	});
	listen();
	return { ms: performance.now() - start, told, deaf };
}
