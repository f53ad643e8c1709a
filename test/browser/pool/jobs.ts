import { Problem } from '../../../src/lib/problem.js';
import type { Job } from '../../../src/lib/spread.js';

/** The worker a job runs in, by the name it was started with; empty on the page. */
const place = (): string => (typeof document === 'undefined' ? self.name : '');
const never = () => new Promise<never>(() => undefined);

/** Bytes of a part of a file, as 64-bit floats, and where they were read. */
const bytes: Job<{ file: Blob; from: number; to: number }, { values: Float64Array<ArrayBuffer>; place: string }, string> = {
	name: 'bytes',
	async run({ file, from, to }, task, tell) {
		const read = new Uint8Array(await file.slice(from, to).arrayBuffer());
		task.progress(0.5);
		tell(`read ${read.length}`);
		return { values: Float64Array.from(read), place: place() };
	}
};

/** Goes on until it is stopped. */
const endless: Job<null, never> = {
	name: 'endless',
	async run(_, task) {
		for (let i = 0; ; i++) {
			task.progress((i % 100) / 100);
			await task.breathe();
			task.signal.throwIfAborted();
		}
	}
};

/** Holds its thread for so many milliseconds and hears nothing. */
const deaf: Job<number, string> = {
	name: 'deaf',
	async run(ms) {
		for (const end = performance.now() + ms; performance.now() < end;);
		return place();
	}
};

/** Takes its worker down wherever the name of that is among these; else says where it is. */
const deadly: Job<readonly string[], string> = {
	name: 'deadly',
	async run(names) {
		if (!names.includes(place())) return place();
		setTimeout(() => {
			throw new Error('the worker goes down');
		});
		return never();
	}
};

const failing: Job<'problem' | 'error', never> = {
	name: 'failing',
	async run(how) {
		throw how === 'problem' ? new Problem('fileEmpty', { file: 'a.csv' }) : new TypeError('no such thing');
	}
};

export const jobs = { bytes, endless, deaf, deadly, failing };
