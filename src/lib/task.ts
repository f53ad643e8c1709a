import type { Helpers } from './spread.js';

/** What long work needs from whoever runs it: a way to hear of a stop, and a way to say how far it is. */
export interface Task {
	/** Aborted when the person stops the run. Call `signal.throwIfAborted()` where nothing leaks. */
	readonly signal: AbortSignal;
	/** Lets waiting messages in, so that a stop can reach `signal`. Never throws; cheap enough to await every few milliseconds. */
	breathe(): Promise<void>;
	/** `ratio` is in [0, 1], or null while it is unknown. */
	progress(ratio: number | null): void;
	/** Other threads for `spread`, where there are any. */
	readonly helpers?: Helpers | undefined;
}

/** A task that makes up the share `from` … `to` of another one's progress. */
export function part(task: Task, from: number, to: number): Task {
	return {
		signal: task.signal,
		breathe: () => task.breathe(),
		helpers: task.helpers,
		progress: (ratio) => task.progress(ratio === null ? null : from + (to - from) * ratio)
	};
}

/** Tasks that follow each other and make up another one's progress, each as much as it costs. */
export function parts<const Costs extends readonly number[]>(task: Task, costs: Costs): { [At in keyof Costs]: Task } {
	const all = costs.reduce((sum, cost) => sum + cost, 0);
	let from = 0;
	return costs.map((cost) => part(task, from, (from += cost / all))) as { [At in keyof Costs]: Task };
}

/** How far what falls by about the same factor each time has come from `first` to `target`, in [0, 1]. */
export function fallen(first: number, now: number, target: number): number {
	if (!(now > target)) return 1;
	return first > now ? Math.log(first / now) / Math.log(first / target) : 0;
}

/** Lets messages in, and throws the signal's reason where one of them was a stop. */
export async function pause(task: Task): Promise<void> {
	await task.breathe();
	task.signal.throwIfAborted();
}

/** Does work that stops now and then to yield how far it is, in [0, 1], all at once. */
export function atOnce<Result>(work: Generator<unknown, Result>): Result {
	let step = work.next();
	while (!step.done) step = work.next();
	return step.value;
}

/** The same, letting messages in where it stops. */
export async function inTurns<Result>(work: Generator<number, Result>, task: Task): Promise<Result> {
	let step = work.next();
	while (!step.done) {
		task.progress(step.value);
		await pause(task);
		step = work.next();
	}
	task.progress(1);
	return step.value;
}
