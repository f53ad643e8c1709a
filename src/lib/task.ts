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
