import type { Task } from '../task.js';

/** Multiply-adds that take about 8 ms in a browser on a modest laptop. */
const breath = 4e6;
/** Multiply-adds that a kernel with SIMD does in the time of one. */
const four = 6;

/** Counts work and, when enough of it has been done, lets waiting messages in and looks for a stop. */
export type Pace = (multiplyAdds: number) => Promise<void>;

/** A pace for one task; await it between pieces of work that are small against a breath. */
export function paced(task: Task): Pace {
	let spent = breath;
	return async (multiplyAdds) => {
		spent += multiplyAdds;
		if (spent < breath) return;
		spent = 0;
		await task.breathe();
		task.signal.throwIfAborted();
	};
}

/** A pace for work in a kernel. */
export function kernelPaced(task: Task): Pace {
	const pace = paced(task);
	return (multiplyAdds) => pace(multiplyAdds / four);
}

/** Multiply-adds to ask of a kernel between two looks at the pace. */
export const kernelPiece = breath;

/** Rows to treat between two looks at the pace, where one row costs `perRow` multiply-adds. */
export function rowsPerBreath(perRow: number): number {
	return Math.max(64, Math.ceil(breath / 4 / perRow));
}
