import type { Job } from '../lib/spread.js';
import { failureOf } from './failure.js';
import type { HelperReply, HelperRequest } from './helper-protocol.js';
import { turn } from './turn.js';

/** A job of any kind, as a helper sees it. */
export type AnyJob = Job<unknown, unknown, unknown>;

const reportEveryMs = 100;
const send = (reply: HelperReply, moved: Transferable[] = []): void => postMessage(reply, { transfer: moved });

/** Makes this worker a helper: it does the jobs it is sent, found by name. */
export function serveJobs(find: (name: string) => Promise<AnyJob>): void {
	const controllers = new Map<number, AbortController>();

	async function attend(job: number, name: string, args: unknown): Promise<void> {
		const controller = new AbortController();
		controllers.set(job, controller);
		let reported = -Infinity;
		const progress = (ratio: number | null): void => {
			if (performance.now() - reported < reportEveryMs) return;
			reported = performance.now();
			send({ kind: 'progress', job, ratio });
		};
		try {
			const { run } = await find(name);
			const task = { signal: controller.signal, breathe: turn, progress };
			const result = await run(args, task, (news) => send({ kind: 'news', job, news }));
			controller.signal.throwIfAborted();
			send({ kind: 'done', job, result }, buffersIn(result));
		} catch (cause) {
			if (controller.signal.aborted) send({ kind: 'cancelled', job });
			else send({ kind: 'failed', job, error: failureOf(cause) });
		} finally {
			controllers.delete(job);
		}
	}

	addEventListener('message', ({ data }: MessageEvent<HelperRequest>) => {
		if (data.kind === 'job') void attend(data.job, data.name, data.args);
		else controllers.get(data.job)?.abort();
	});
	send({ kind: 'ready' });
}

/** The buffers of all typed arrays in a plain value, each once. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
	if (ArrayBuffer.isView(value)) {
		if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
	} else if (value instanceof ArrayBuffer) found.add(value);
	else if (Array.isArray(value)) {
		// A long list of numbers or texts holds no buffer.
		if (typeof value[0] === 'object') for (const each of value) buffersIn(each, found);
	} else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
		for (const each of Object.values(value)) buffersIn(each, found);
	}
	return [...found];
}
