import type { Task } from '../task.js';

/** A task that makes up the share `from` … `to` of another one's progress. */
export function part(task: Task, from: number, to: number): Task {
	return {
		signal: task.signal,
		breathe: () => task.breathe(),
		progress: (ratio) => task.progress(ratio === null ? null : from + (to - from) * ratio)
	};
}
