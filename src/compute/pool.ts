import type { Helpers, Job } from '../lib/spread.js';
import type { Task } from '../lib/task.js';
import { errorOf } from './failure.js';
import type { HelperReply, HelperRequest } from './helper-protocol.js';
import type { AnyJob } from './helper.js';

/** The end of a helper that the pool holds. */
export interface HelperPort {
	postMessage(message: HelperRequest): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<HelperReply>) => void) | null;
	onmessageerror: ((event: MessageEvent) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

interface Order {
	readonly id: number;
	readonly job: AnyJob;
	readonly args: unknown;
	readonly task: Task;
	tell(news: unknown): void;
	resolve(result: unknown): void;
	reject(cause: unknown): void;
	/** Helpers that died of it. */
	deaths: number;
}

/** A place for one helper, which may be replaced once. */
interface Seat {
	port: HelperPort | null;
	order: Order | null;
	deaths: number;
}

const graceMs = 2000;
const idleMs = 30_000;

/**
 * Workers that take jobs, started when there is something to do, kept while there is more, and ended after half a minute of rest. A helper
 * that dies is replaced once, and its job repeated once; what cannot be done elsewhere is done here.
 */
export class Pool implements Helpers {
	readonly count: number;
	readonly #open: () => HelperPort;
	#seats: Seat[];
	readonly #waiting: Order[] = [];
	#nextId = 1;
	#idle: ReturnType<typeof setTimeout> | undefined;

	constructor(count: number, open: () => HelperPort) {
		this.count = count;
		this.#open = open;
		this.#seats = this.#places();
	}

	run<Args, Result, News>(job: Job<Args, Result, News>, args: Args, task: Task, tell: (news: News) => void): Promise<Result> {
		return new Promise((resolve, reject) => {
			if (task.signal.aborted) return reject(task.signal.reason as Error);
			const order = { id: this.#nextId++, job, args, task, tell, resolve, reject, deaths: 0 } as unknown as Order;
			const stop = () => {
				reject(task.signal.reason as Error);
				this.#stop(order);
			};
			const settled = () => task.signal.removeEventListener('abort', stop);
			task.signal.addEventListener('abort', stop, { once: true });
			order.resolve = (result) => (settled(), resolve(result as Result));
			order.reject = (cause) => (settled(), reject(cause as Error));
			this.#waiting.push(order);
			this.#next();
		});
	}

	/** Ends every helper; jobs under way begin again. */
	close(): void {
		clearTimeout(this.#idle);
		for (const seat of this.#seats) {
			seat.port?.terminate();
			if (seat.order) this.#waiting.unshift(seat.order);
		}
		this.#seats = this.#places();
		this.#next();
	}

	#places(): Seat[] {
		return Array.from({ length: this.count }, () => ({ port: null, order: null, deaths: 0 }));
	}

	/** Gives waiting jobs to free helpers. */
	#next(): void {
		for (const seat of this.#seats) {
			if (seat.order || seat.deaths > 1) continue;
			const order = this.#waiting.shift();
			if (!order) break;
			this.#give(seat, order);
		}
		if (this.#seats.every(({ deaths }) => deaths > 1)) for (const order of this.#waiting.splice(0)) void this.#here(order);
		clearTimeout(this.#idle);
		if (this.#seats.every(({ order }) => !order)) this.#idle = setTimeout(() => this.close(), idleMs);
	}

	#give(seat: Seat, order: Order): void {
		try {
			seat.port ??= this.#start(seat);
		} catch {
			seat.deaths = 2;
			this.#waiting.unshift(order);
			return this.#next();
		}
		try {
			seat.port.postMessage({ kind: 'job', job: order.id, name: order.job.name, args: order.args });
			seat.order = order;
		} catch (cause) {
			order.reject(cause);
			this.#next();
		}
	}

	#start(seat: Seat): HelperPort {
		const port = this.#open();
		port.onmessage = ({ data }) => this.#receive(seat, data);
		const died = (event: Event) => {
			event.preventDefault?.();
			if (seat.port === port) this.#bury(seat);
		};
		port.onerror = died;
		port.onmessageerror = died;
		return port;
	}

	#receive(seat: Seat, reply: HelperReply): void {
		const { order } = seat;
		if (reply.kind === 'ready' || order?.id !== reply.job) return;
		if (reply.kind === 'progress') return order.task.progress(reply.ratio);
		if (reply.kind === 'news') return order.tell(reply.news);
		seat.order = null;
		if (reply.kind === 'done') order.resolve(reply.result);
		else if (reply.kind === 'failed') order.reject(errorOf(reply.error));
		this.#next();
	}

	/** A helper died: its job goes to another, or is done here when it was the death of two. */
	#bury(seat: Seat): void {
		const { order } = seat;
		seat.port?.terminate();
		seat.port = null;
		seat.order = null;
		seat.deaths++;
		if (order && !order.task.signal.aborted) {
			order.deaths++;
			if (order.deaths > 1) void this.#here(order);
			else this.#waiting.unshift(order);
		}
		this.#next();
	}

	async #here({ job, args, task, tell, resolve, reject }: Order): Promise<void> {
		await job.run(args, { ...task, helpers: undefined }, tell).then(resolve, reject);
	}

	/** A stopped job is forgotten; a helper that does not let go of it in time is ended. */
	#stop(order: Order): void {
		const at = this.#waiting.indexOf(order);
		if (at >= 0) return void this.#waiting.splice(at, 1);
		const seat = this.#seats.find((each) => each.order === order);
		if (!seat) return;
		seat.port!.postMessage({ kind: 'cancel', job: order.id });
		setTimeout(() => {
			if (seat.order !== order) return;
			seat.port?.terminate();
			seat.port = null;
			seat.order = null;
			this.#next();
		}, graceMs);
	}
}
