import * as v from 'valibot';
import type { CellSpec } from '../cells/cell.js';
import { specOf } from '../cells/registry.js';
import { MissingError, type ComputeClient, type Done } from '../compute/client.js';
import type { Blocked, RunRequest } from '../compute/protocol.js';
import type { MessageId } from '../i18n/messages.js';
import { Problem } from '../lib/problem.js';
import { downstream, order, type Node } from './graph.js';
import * as history from './history.js';
import { resultKey } from './key.js';
import { inputsOf, type CellDocument, type Notebook } from './notebook.js';

export type Status = 'idle' | 'stale' | 'running' | 'done' | 'failed';

/** One cell on screen: its document, and what has become of it. */
export class Cell {
	document = $state.raw<CellDocument>({ id: '', type: '', params: {}, inputs: {} });
	status = $state<Status>('idle');
	ratio = $state<number | null>(null);
	stage = $state<MessageId | null>(null);
	/** The last view, kept while the cell is stale or running anew. */
	view = $state.raw<unknown>(undefined);
	/** Why nothing below can use the result, though it is shown; null unless the cell is done. */
	blocked = $state.raw<Blocked | null>(null);
	error = $state.raw<Error | null>(null);
	/** The person stopped it: it waits to be asked, like a heavy cell, until it is outdated. */
	stopped = $state(false);
	/** Milliseconds the last run took. */
	ms = $state(0);
	/** Key of the result that `view` belongs to. */
	key = $state.raw<string | null>(null);

	constructor(
		document: CellDocument,
		readonly spec: CellSpec
	) {
		this.document = document;
	}

	get id(): string {
		return this.document.id;
	}
	get type(): string {
		return this.document.type;
	}
	/** What a run costs: to place customers by what the notebook keeps is light, whatever it took to learn that. */
	get cost(): CellSpec['cost'] {
		return this.document.params['kept'] ? 'light' : this.spec.cost;
	}
	/** Whether cells below can read the result. */
	get usable(): boolean {
		return this.status === 'done' && this.blocked === null;
	}
}

const resultsKept = 40;

/**
 * Runs a notebook. Light cells run by themselves as soon as their inputs are there; heavy ones go stale and wait to be asked. A result
 * that is still held is taken at once, whatever its cell costs.
 * Edits abort what they outdate, so that only the last result is shown; a failure stays with its cell.
 */
export class Engine {
	readonly #client: ComputeClient;
	#history = $state.raw(history.begin<Notebook>({ title: '', seed: 1, cells: [] }));
	#cells = $state.raw<readonly Cell[]>([]);
	readonly #running = new Map<string, AbortController>();
	/** Keys of the runs that the worker has not answered yet, those that were aborted among them. */
	readonly #unanswered = new Map<AbortController, string>();
	readonly #asked = new Set<string>();
	/** A run of everything has not ended: a heavy cell that an edit outdates meanwhile is asked anew. */
	#whole = false;
	#stoppable = $state(false);
	readonly #results = new Map<string, Done>();
	/** Cells rebuilt because the worker had lost them, to tell a loss from a loop. */
	readonly #rebuilt = new Map<string, number>();

	constructor(client: ComputeClient, notebook: Notebook) {
		this.#client = client;
		this.open(notebook);
	}

	get cells(): readonly Cell[] {
		return this.#cells;
	}
	get notebook(): Notebook {
		return this.#history.now;
	}
	/** The notebook with all that can be undone and redone. */
	get history(): history.History<Notebook> {
		return this.#history;
	}
	get canUndo(): boolean {
		return this.#history.past.length > 0;
	}
	get canRedo(): boolean {
		return this.#history.future.length > 0;
	}
	/** Whether work runs that somebody asked for: a run of everything, or a heavy cell that runs or waits for its turn. */
	get stoppable(): boolean {
		return this.#stoppable;
	}

	cell(id: string): Cell {
		const cell = this.#cells.find((candidate) => candidate.id === id);
		if (!cell) throw new Error(`No cell "${id}"`);
		return cell;
	}

	/** Replaces the whole notebook; its history begins anew. */
	open(notebook: Notebook): void {
		this.stopAll();
		this.#running.clear();
		this.#history = history.begin(notebook);
		this.#cells = [];
		this.#take(notebook);
	}

	/** Changes some params of a cell, as one step that can be undone. `record: false` leaves the step out of the history. */
	setParams(id: string, patch: Readonly<Record<string, unknown>>, { record = true } = {}): void {
		const { spec, document } = this.cell(id);
		const params = v.parse(spec.params, { ...document.params, ...patch }) as Record<string, unknown>;
		this.#edit({ ...this.notebook, cells: this.notebook.cells.map((cell) => (cell.id === id ? { ...cell, params } : cell)) }, record);
	}

	/** Makes a choice in every cell that has it. */
	setEverywhere(patch: Readonly<Record<string, unknown>>, { record = true } = {}): void {
		const has = (params: Readonly<Record<string, unknown>>) => Object.keys(patch).every((name) => name in params);
		const cells = this.notebook.cells.map((cell) =>
			has(cell.params)
				? { ...cell, params: v.parse(this.cell(cell.id).spec.params, { ...cell.params, ...patch }) as typeof cell.params }
				: cell
		);
		this.#edit({ ...this.notebook, cells }, record);
	}

	/** Binds an input of a cell to another cell above it. */
	setInput(id: string, name: string, source: string): void {
		const cells = this.notebook.cells.map((cell) => (cell.id === id ? { ...cell, inputs: { ...cell.inputs, [name]: source } } : cell));
		order(cells);
		this.#edit({ ...this.notebook, cells });
	}

	setTitle(title: string): void {
		this.#edit({ ...this.notebook, title });
	}

	undo(): void {
		this.#history = history.undo(this.#history);
		this.#take(this.notebook);
	}

	redo(): void {
		this.#history = history.redo(this.#history);
		this.#take(this.notebook);
	}

	/** Runs a cell and whatever above it is not done. */
	run(id: string): void {
		const wanted = new Set([id]);
		for (const next of order(this.#nodes()).reverse()) {
			if (wanted.has(next)) for (const input of Object.values(inputsOf(this.cell(next).document))) wanted.add(input);
		}
		for (const next of wanted) this.#want(this.cell(next));
		this.#pump();
	}

	/**
	 * Runs every cell that is not done, heavy ones too. The run lasts until every heavy cell has come to an end: where a cell above one is
	 * blocked or has failed, until that is mended. Whatever is edited meanwhile, the cells end under the choices as they then are.
	 */
	runAll(): void {
		this.#whole = true;
		for (const cell of this.#cells) this.#want(cell);
		this.#pump();
	}

	/** Whether a cell could run now: everything it reads is there, or is known not to come where it can do without. */
	ready(id: string): boolean {
		const { document, spec } = this.cell(id);
		return Object.entries(inputsOf(document)).every(([name, input]) => {
			const above = this.cell(input);
			return above.usable || (spec.inputs[name]?.optional === true && above.status === 'done');
		});
	}

	/** The first cell that this one cannot do without and that has come to no result; null where it waits for none such. */
	lacks(id: string): Cell | null {
		const { document, spec } = this.cell(id);
		for (const [name, input] of Object.entries(inputsOf(document))) {
			if (spec.inputs[name]?.optional) continue;
			const above = this.cell(input);
			if (above.blocked || above.status === 'failed') return above;
			const further = above.status === 'idle' ? this.lacks(input) : null;
			if (further) return further;
		}
		return null;
	}

	/** Stops everything that runs or is due. */
	stopAll(): void {
		this.#asked.clear();
		this.#whole = false;
		for (const [id, controller] of this.#running) {
			this.cell(id).stopped = true;
			controller.abort();
		}
	}

	/** Stops a running cell; it keeps its earlier view. From here on an edit asks for no heavy cell anew. */
	stop(id: string): void {
		this.#whole = false;
		this.#asked.delete(id);
		const running = this.#running.get(id);
		if (!running) return;
		this.cell(id).stopped = true;
		running.abort();
	}

	/** Asks the worker a question about a cell's result; personal data comes masked unless `reveal`. A result that the worker no longer holds is made again first. */
	async ask(id: string, question: string, args: unknown, reveal = false, signal?: AbortSignal): Promise<unknown> {
		const { key } = this.cell(id);
		if (key === null) throw new MissingError([id]);
		try {
			return await this.#client.ask(key, question, args, reveal, signal);
		} catch (error) {
			if (!(error instanceof MissingError) || this.cell(id).key !== key) throw error;
			this.#forget([key]);
			this.run(id);
			await this.settled();
			return this.#client.ask(this.cell(id).key ?? key, question, args, reveal, signal);
		}
	}

	/** Resolves when nothing runs and nothing is due. */
	async settled(): Promise<void> {
		while (this.#running.size > 0) await new Promise((resolve) => this.#idle.push(() => resolve(undefined)));
	}
	#idle: (() => void)[] = [];

	/** Goes back to an earlier `history` of this notebook, as though nothing had been done since. */
	restore(earlier: history.History<Notebook>): void {
		this.#history = earlier;
		this.#take(this.notebook);
	}

	#edit(notebook: Notebook, record = true): void {
		this.#history = record ? history.edit(this.#history, notebook) : { ...this.#history, now: notebook };
		this.#take(notebook);
	}

	/** Makes the cells on screen those of the document, and outdates whatever it changed. */
	#take(notebook: Notebook): void {
		const before = new Map(this.#cells.map((cell) => [cell.id, cell]));
		this.#cells = notebook.cells.map((document) => {
			const known = before.get(document.id);
			if (known?.type === document.type) return known;
			const spec = specOf(document.type);
			if (!spec) throw new Error(`Unknown cell type "${document.type}"`);
			return new Cell(document, spec);
		});
		for (const document of notebook.cells) {
			const cell = this.cell(document.id);
			if (cell.document === document) continue;
			cell.document = document;
			this.#outdate(cell.id);
		}
		for (const [id, controller] of this.#running) if (!notebook.cells.some((cell) => cell.id === id)) controller.abort();
		this.#pump();
	}

	#outdate(id: string): void {
		for (const next of [id, ...downstream(this.#nodes(), id)]) {
			const cell = this.cell(next);
			this.#running.get(next)?.abort();
			this.#running.delete(next);
			cell.stopped = false;
			cell.status = cell.view === undefined ? 'idle' : 'stale';
			cell.blocked = null;
			cell.error = null;
			if (this.#whole && cell.cost === 'heavy') this.#asked.add(next);
		}
	}

	#want(cell: Cell): void {
		if (cell.status !== 'done' && cell.status !== 'running') this.#asked.add(cell.id);
	}

	/**
	 * Takes every result that is still held, then starts every cell that is due and whose inputs are there; a heavy one only when nothing
	 * else runs, so that light results come first.
	 */
	#pump(): void {
		const ids = order(this.#nodes());
		for (const id of ids) this.#recall(this.cell(id));
		for (const cost of ['light', 'heavy'] as const) {
			for (const id of ids) {
				const cell = this.cell(id);
				if (cell.cost === cost && this.#due(cell) && (cost === 'light' || this.#running.size === 0)) {
					this.#asked.delete(id);
					void this.#start(cell);
				}
			}
		}
		const asked = this.#cells.some((cell) => cell.cost === 'heavy' && (cell.status === 'running' || this.#asked.has(cell.id)));
		if (this.#running.size === 0 && !asked) this.#whole = false;
		this.#stoppable = this.#running.size > 0 && (this.#whole || asked);
		if (this.#running.size === 0) for (const done of this.#idle.splice(0)) done();
	}

	#recall(cell: Cell): void {
		if (cell.status === 'running' || cell.status === 'done' || !this.ready(cell.id)) return;
		const { key } = this.#request(cell);
		const held = this.#results.get(key);
		if (!held) return;
		this.#asked.delete(cell.id);
		this.#finish(cell, key, held);
	}

	#due(cell: Cell): boolean {
		if (cell.status === 'running' || cell.status === 'done' || !this.ready(cell.id)) return false;
		if (this.#asked.has(cell.id)) return true;
		return cell.cost === 'light' && cell.status !== 'failed' && !cell.stopped;
	}

	/** The cells as a graph of what each reads under its present choices. */
	#nodes(): Node[] {
		return this.notebook.cells.map((document) => ({ id: document.id, inputs: inputsOf(document) }));
	}

	/** What the worker needs to run a cell whose inputs are there. */
	#request({ type, spec, document }: Cell): Omit<RunRequest, 'kind' | 'job'> {
		const { params } = document;
		const { seed } = this.notebook;
		const inputs = Object.fromEntries(Object.entries(inputsOf(document)).map(([name, input]) => [name, this.cell(input).key!]));
		const read = Object.fromEntries(Object.entries(params).filter(([name]) => !spec.viewParams?.includes(name)));
		return { type, key: resultKey(type, spec.version, read, seed, inputs), params: read, inputs, seed };
	}

	async #start(cell: Cell): Promise<void> {
		const request = this.#request(cell);
		const { key } = request;
		const controller = new AbortController();
		this.#running.set(cell.id, controller);
		this.#unanswered.set(controller, key);
		cell.status = 'running';
		cell.stopped = false;
		cell.error = null;
		cell.ratio = null;
		cell.stage = null;
		const current = () => this.#running.get(cell.id) === controller;
		try {
			const done = await this.#client.run(request, controller.signal, {
				progress: (ratio, stage) => {
					if (!current()) return;
					cell.ratio = ratio;
					cell.stage = stage;
				},
				preview: (view) => {
					if (current()) cell.view = view;
				}
			});
			this.#unanswered.delete(controller);
			if (current()) {
				this.#running.delete(cell.id);
				this.#rebuilt.delete(cell.id);
				// Seen in the browser's own performance tools, and read by the benchmark.
				performance.measure(`tessera:${cell.type}`, { start: performance.now() - done.ms, duration: done.ms });
				this.#finish(cell, key, done);
			} else this.#hold(key, done);
		} catch (cause) {
			this.#unanswered.delete(controller);
			if (current()) {
				this.#running.delete(cell.id);
				this.#fail(cell, cause);
			}
		}
		this.#pump();
	}

	#finish(cell: Cell, key: string, done: Done): void {
		cell.view = done.view;
		cell.blocked = done.blocked;
		cell.ms = done.ms;
		cell.key = key;
		cell.error = null;
		cell.status = 'done';
		this.#hold(key, done);
	}

	/**
	 * Holds a result as the newest, and lets the worker forget those that no longer find room. What is on screen stays; so does what an
	 * unanswered run may have made again, or forgetting would reach the worker after it.
	 */
	#hold(key: string, done: Done): void {
		this.#results.delete(key);
		this.#results.set(key, done);
		const needed = new Set([...this.#cells.flatMap((cell) => cell.key ?? []), ...this.#unanswered.values()]);
		const spare = [...this.#results.keys()].filter((old) => !needed.has(old)).slice(0, Math.max(0, this.#results.size - resultsKept));
		for (const old of spare) this.#results.delete(old);
		if (spare.length > 0) this.#client.forget(spare);
	}

	#fail(cell: Cell, cause: unknown): void {
		const back: Status = cell.view === undefined ? 'idle' : 'stale';
		if (cause instanceof DOMException && cause.name === 'AbortError') {
			cell.status = back;
			return;
		}
		const lost = cause instanceof MissingError || (cause instanceof Problem && cause.id === 'workerDied');
		const tries = this.#rebuilt.get(cell.id) ?? 0;
		if (lost && tries < 2) {
			this.#rebuilt.set(cell.id, tries + 1);
			this.#forget(cause instanceof MissingError ? cause.keys : [...this.#results.keys()]);
			cell.status = back;
			this.#asked.add(cell.id);
			return;
		}
		cell.error = cause instanceof Error ? cause : new Error(String(cause));
		cell.status = 'failed';
	}

	/** The worker no longer holds these results: the cells that made them are due again, with what reads them. */
	#forget(keys: readonly string[]): void {
		for (const key of keys) this.#results.delete(key);
		for (const cell of this.#cells) {
			if (cell.key === null || !keys.includes(cell.key) || cell.status !== 'done') continue;
			cell.status = 'stale';
			cell.blocked = null;
			this.#asked.add(cell.id);
		}
	}
}
