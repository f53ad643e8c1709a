import type { Answers, CellSpec, InputValues, Inputs, RunContext, RunResult } from '../cells/cell.js';
import { inapplicable, Problem } from '../lib/problem.js';
import type { Helpers } from '../lib/spread.js';
import { failureOf } from './failure.js';
import type { Reply, Request, RunRequest } from './protocol.js';

/** A run of any cell type, as the runner sees it. */
export type AnyRun = (ctx: RunContext, params: never, inputs: InputValues<Inputs>) => Promise<RunResult<unknown, unknown>>;

/** What the runner needs of the worker it lives in; Node tests stand in for it. */
export interface RunnerHost {
	load(type: CellSpec['type']): Promise<AnyRun>;
	send(reply: Reply, transfer?: Transferable[]): void;
	/** Waits one macrotask, so that waiting messages come in. */
	turn(): Promise<void>;
	/** Other threads that take jobs, where there are any. */
	helpers(): Helpers | undefined;
	now(): number;
}

const reportEveryMs = 100;

/** The worker's whole behaviour, free of the worker itself. Outputs stay here, by key; only views leave. */
export function createRunner({ load, send, turn, helpers, now }: RunnerHost): { handle(request: Request): Promise<void> } {
	const kept = new Map<string, { readonly output: unknown; readonly answers: Answers }>();
	const files = new Map<string, File>();
	const controllers = new Map<number, AbortController>();

	async function attend(job: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
		const controller = new AbortController();
		controllers.set(job, controller);
		try {
			await work(controller.signal);
		} catch (cause) {
			if (controller.signal.aborted) send({ kind: 'cancelled', job });
			else send({ kind: 'failed', job, error: failureOf(cause) });
		} finally {
			controllers.delete(job);
		}
	}

	async function start({ job, type, key, params, inputs, seed }: RunRequest): Promise<void> {
		const absent = Object.values(inputs).filter((input) => !kept.has(input));
		if (absent.length > 0) return send({ kind: 'missing', job, keys: absent });
		await attend(job, async (signal) => {
			let reported = -Infinity;
			const ctx: RunContext = {
				seed,
				signal,
				breathe: turn,
				helpers: helpers(),
				file: (id) => files.get(id),
				preview: (view, transfer) => send({ kind: 'preview', job, view }, transfer),
				progress: (ratio, stage) => {
					if (now() - reported < reportEveryMs) return;
					reported = now();
					send({ kind: 'progress', job, ratio, stage });
				}
			};
			const values = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, kept.get(input)!.output]));
			const started = now();
			const run = await load(type);
			const result = await run(ctx, params as never, values as InputValues<Inputs>).catch((cause: unknown): RunResult<null, undefined> => {
				if (!(cause instanceof Problem && inapplicable.includes(cause.id))) throw cause;
				return { output: null, view: undefined, blocked: cause };
			});
			signal.throwIfAborted();
			const blocked = result.blocked ? { id: result.blocked.id, facts: result.blocked.facts } : null;
			send({ kind: 'done', job, view: result.view, blocked, ms: now() - started }, result.transfer);
			// Only now: the page knows of nothing that could not be sent.
			kept.set(key, { output: result.output, answers: result.answers ?? {} });
		});
	}

	return {
		async handle(request) {
			switch (request.kind) {
				case 'run':
					return start(request);
				case 'cancel':
					controllers.get(request.job)?.abort();
					return;
				case 'forget':
					for (const key of request.keys) kept.delete(key);
					return;
				case 'file':
					files.set(request.id, request.file);
					return;
				case 'ask': {
					const { job, key, question, args, reveal } = request;
					const answer = kept.get(key)?.answers[question];
					if (!answer) return send({ kind: 'missing', job, keys: [key] });
					return attend(job, async (signal) => send({ kind: 'answer', job, value: await answer(args as never, signal, reveal) }));
				}
				default:
					request satisfies never;
			}
		}
	};
}
