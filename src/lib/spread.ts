import { part, type Task } from './task.js';

/**
 * A piece of work that another thread can do. It depends on its arguments alone and leaves them as they are; they and what it gives and
 * says are plain data: what crosses between threads whole, such as typed arrays and files. Buffers of typed arrays that it gives must be
 * its own, for they are moved rather than copied: no view of a kernel's memory, none of its arguments.
 */
export interface Job<Args, Result, News = never> {
	/** The path of its file, `src/lib/<name>.job.ts`, which exports it as `job`: there another thread finds it. */
	readonly name: string;
	/** `tell` says something before the end, such as how far a network has come. */
	run(args: Args, task: Task, tell: (news: News) => void): Promise<Result>;
}

/** Other threads that take jobs. */
export interface Helpers {
	/** How many jobs are done at once; 2 at least. */
	readonly count: number;
	/** Has a job done elsewhere; rejects with what the job throws, or with the signal's reason as soon as the task is stopped. */
	run<Args, Result, News>(job: Job<Args, Result, News>, args: Args, task: Task, tell: (news: News) => void): Promise<Result>;
}

/**
 * Does a job once for each of `list`: by the task's helpers, several at a time, or here in order where it has none. Results come in the
 * order of the list and are the same either way. The first job that fails stops the others.
 */
export async function spread<Args, Result, News = never>(
	{ job, list }: { readonly job: Job<Args, Result, News>; readonly list: readonly Args[] },
	task: Task,
	hear: (news: News, at: number) => void = () => undefined
): Promise<Result[]> {
	const { helpers } = task;
	if (helpers && list.length > 1) return together(helpers, job, list, task, hear);
	const results: Result[] = [];
	for (const [at, args] of list.entries()) {
		results.push(await job.run(args, part(task, at / list.length, (at + 1) / list.length), (news) => hear(news, at)));
	}
	return results;
}

async function together<Args, Result, News>(
	helpers: Helpers,
	job: Job<Args, Result, News>,
	list: readonly Args[],
	task: Task,
	hear: (news: News, at: number) => void
): Promise<Result[]> {
	task.signal.throwIfAborted();
	const end = new AbortController();
	const stop = () => end.abort(task.signal.reason);
	task.signal.addEventListener('abort', stop);
	const ratios = new Float64Array(list.length);
	const reach = (at: number, ratio: number | null) => {
		if (ratio === null) return;
		ratios[at] = ratio;
		task.progress(ratios.reduce((sum, each) => sum + each, 0) / list.length);
	};
	try {
		return await Promise.all(
			list.map(async (args, at) => {
				const own: Task = { signal: end.signal, breathe: () => task.breathe(), progress: (ratio) => reach(at, ratio) };
				const result = await helpers.run(job, args, own, (news) => hear(news, at));
				reach(at, 1);
				return result;
			})
		);
	} finally {
		task.signal.removeEventListener('abort', stop);
		// After a failure it stops the rest; after success there is nothing left to stop.
		end.abort();
	}
}
