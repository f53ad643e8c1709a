import type { MessageId } from '../i18n/messages.js';
import { Problem } from '../lib/problem.js';
import { errorOf } from './failure.js';
import type { Blocked, Reply, Request, RunRequest } from './protocol.js';

/** The end of a worker that the client holds. */
export interface Port {
	postMessage(message: Request): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<Reply>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

/** An input is no longer in the worker: it was replaced, or the result was forgotten. */
export class MissingError extends Error {
	override readonly name = 'MissingError';
	constructor(readonly keys: readonly string[]) {
		super(keys.join(', '));
	}
}

export interface Done {
	readonly view: unknown;
	readonly blocked: Blocked | null;
	/** Time the run took in the worker, in milliseconds. */
	readonly ms: number;
}

export interface Handlers {
	progress?(ratio: number | null, stage: MessageId): void;
	preview?(view: unknown): void;
}

interface Job {
	readonly handlers: Handlers;
	resolve(value: unknown): void;
	reject(error: Error): void;
}

const graceMs = 2000;

/** The page's side of the worker: starts it, replaces it when it dies, and matches replies to jobs. */
export class ComputeClient {
	readonly #open: () => Port;
	#port: Port | undefined;
	#ready = false;
	readonly #jobs = new Map<number, Job>();
	readonly #files = new Map<string, File>();
	#nextJob = 1;

	constructor(open: () => Port) {
		this.#open = open;
	}

	/** Starts the worker where it is not running; called early, it is ready when first needed. */
	connect(): Port {
		if (this.#port) return this.#port;
		const port = this.#open();
		this.#port = port;
		port.onmessage = ({ data }) => this.#receive(data);
		port.onerror = (event) => {
			event.preventDefault?.();
			if (this.#port === port) this.#replace();
		};
		for (const [id, file] of this.#files) port.postMessage({ kind: 'file', id, file });
		return port;
	}

	/** Runs a cell. Rejects with AbortError when stopped, Problem, ComputeError, or MissingError when an input is gone. */
	run(request: Omit<RunRequest, 'kind' | 'job'>, signal: AbortSignal, handlers: Handlers = {}): Promise<Done> {
		return this.#job((job) => ({ kind: 'run', job, ...request }), signal, handlers) as Promise<Done>;
	}

	/**
	 * Asks a question about the result kept under `key`; personal data comes masked unless `reveal`. Rejects like `run`, and also where an
	 * answer to a question that was withdrawn is on its way already: unlike a result, it is of use to nobody.
	 */
	async ask(
		key: string,
		question: string,
		args: unknown,
		reveal = false,
		signal: AbortSignal = new AbortController().signal
	): Promise<unknown> {
		const answer = await this.#job((job) => ({ kind: 'ask', job, key, question, args, reveal }), signal, {});
		if (signal.aborted) throw abortError();
		return answer;
	}

	/** Hands a file to the worker, and to every worker that replaces it. */
	give(id: string, file: File): void {
		this.#files.set(id, file);
		this.connect().postMessage({ kind: 'file', id, file });
	}

	has(id: string): boolean {
		return this.#files.has(id);
	}

	/** Lets the worker forget these outputs. */
	forget(keys: readonly string[]): void {
		this.#port?.postMessage({ kind: 'forget', keys });
	}

	/** Ends the worker; jobs under way reject with Problem workerDied and the next one starts a new worker. */
	close(): void {
		this.#replace();
	}

	#job(request: (job: number) => Request, signal: AbortSignal, handlers: Handlers): Promise<unknown> {
		const job = this.#nextJob++;
		return new Promise((resolve, reject) => {
			if (signal.aborted) return reject(abortError());
			const cancel = () => this.#cancel(job);
			signal.addEventListener('abort', cancel, { once: true });
			const settle = () => signal.removeEventListener('abort', cancel);
			this.#jobs.set(job, {
				handlers,
				resolve: (value) => (settle(), resolve(value)),
				reject: (error) => (settle(), reject(error))
			});
			this.connect().postMessage(request(job));
		});
	}

	#cancel(job: number): void {
		this.#port?.postMessage({ kind: 'cancel', job });
		const endIfStuck = () => {
			if (!this.#jobs.has(job)) return;
			// A worker that is still being fetched is not stuck, and another one would have to be fetched as well.
			if (!this.#ready) return void setTimeout(endIfStuck, graceMs);
			this.#jobs.get(job)!.reject(abortError());
			this.#jobs.delete(job);
			this.#replace();
		};
		setTimeout(endIfStuck, graceMs);
	}

	#replace(): void {
		this.#port?.terminate();
		this.#port = undefined;
		this.#ready = false;
		const jobs = [...this.#jobs.values()];
		this.#jobs.clear();
		for (const job of jobs) job.reject(new Problem('workerDied'));
	}

	#receive(reply: Reply): void {
		if (reply.kind === 'ready') {
			this.#ready = true;
			return;
		}
		const job = this.#jobs.get(reply.job);
		if (!job) return;
		switch (reply.kind) {
			case 'progress':
				return job.handlers.progress?.(reply.ratio, reply.stage);
			case 'preview':
				return job.handlers.preview?.(reply.view);
			case 'done':
				job.resolve({ view: reply.view, blocked: reply.blocked, ms: reply.ms } satisfies Done);
				break;
			case 'answer':
				job.resolve(reply.value);
				break;
			case 'cancelled':
				job.reject(abortError());
				break;
			case 'missing':
				job.reject(new MissingError(reply.keys));
				break;
			case 'failed':
				job.reject(errorOf(reply.error));
				break;
			default:
				reply satisfies never;
		}
		this.#jobs.delete(reply.job);
	}
}

const abortError = (): DOMException => new DOMException('Stopped', 'AbortError');
