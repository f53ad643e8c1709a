import type { SampleName } from '../cells/data/spec.js';
import type { ComputeClient } from '../compute/client.js';
import { Problem, type ProblemId } from '../lib/problem.js';
import { Engine } from '../notebook/engine.svelte.js';
import type { History } from '../notebook/history.js';
import { defaultsOf, newNotebook, readNotebook, writeNotebook, type Notebook } from '../notebook/notebook.js';
import { specOf } from '../cells/registry.js';
import { forgetAll, keepNotebook, keptNotebook } from '../storage/kept.js';

const keepAfterMs = 400;
/** Choices that name columns of the file by position, by type of cell. */
const columnChoices: Readonly<Record<string, readonly string[]>> = { features: ['columns', 'missing', 'measures'], segments: ['without'] };
/** Problems of a file that no choice within the notebook can mend. */
const unreadable: readonly ProblemId[] = [
	'fileEmpty',
	'fileHeaderOnly',
	'fileBinary',
	'fileGzipBroken',
	'fileZipBroken',
	'fileZipEmpty',
	'fileTooDeep',
	'fileTooBig',
	'fileTooWide',
	'fileLocked',
	'fileWorkbookBroken',
	'fileParquetBroken',
	'fileJsonBroken',
	'fileGone'
];

/** Whether a file is a saved notebook: its name says so, or it is JSON that begins as one. JSON may as well hold data. */
const isNotebook = async (file: File): Promise<boolean> =>
	/\.tessera\.json$/i.test(file.name) || (/\.json$/i.test(file.name) && /"format"\s*:\s*"tessera/.test(await textOf(file.slice(0, 4096))));

const textOf = (blob: Blob): Promise<string> => blob.text().catch(() => '');

/** What was open before a file was, to go back to. */
interface State {
	readonly history: History<Notebook>;
	/** Ids of the cells that were done. */
	readonly done: readonly string[];
	readonly selection: Uint32Array | null;
}

/** What the person has open: the notebook with its engine, the file behind it, the customers picked out. */
export class Session {
	readonly #client: ComputeClient;
	readonly engine: Engine;
	/** False on the start screen. */
	started = $state(false);
	/** Something to tell the person that belongs to no cell. */
	notice = $state.raw<Problem | null>(null);
	selection = $state.raw<Uint32Array | null>(null);
	/** Whether personal data is shown as it is; never kept, and taken back with another file. */
	reveal = $state(false);
	/** False once this browser has refused to keep the notebook. */
	keeps = $state(true);
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(client: ComputeClient) {
		this.#client = client;
		this.engine = new Engine(client, { title: '', seed: 1, cells: [] });
	}

	/** Brings back the notebook of the last visit, if there is one. */
	async restore(): Promise<void> {
		const text = await keptNotebook();
		if (text === null) return;
		try {
			this.#show(readNotebook(text, 'Tessera'));
		} catch {
			// A notebook kept by another version of Tessera must not keep this one from starting.
			await forgetAll();
		}
	}

	openSample(name: SampleName): void {
		this.#show(newNotebook());
		this.#source({ kind: 'sample', name });
	}

	/** Opens a dropped file: a saved notebook, or data for the one that is open, which stays as it was where the file is unreadable. */
	async openFile(file: File): Promise<void> {
		this.notice = null;
		if (await isNotebook(file)) return this.#openNotebook(file);
		const before = this.started ? this.#state() : null;
		const id = `${file.name}|${file.size}|${file.lastModified}`;
		this.#client.give(id, file);
		if (!this.started) this.#show(newNotebook());
		this.#source({ kind: 'file', id, name: file.name });
		const { notebook } = this.engine;
		const data = this.engine.cells.find((cell) => cell.type === 'data');
		const opened = data?.document;
		await this.engine.settled();
		if (!data || data.document !== opened || !(data.error instanceof Problem) || !unreadable.includes(data.error.id)) return;
		const { error } = data;
		if (before) this.#goBack(before, this.engine.notebook !== notebook);
		else await this.startOver();
		this.notice = error;
	}

	#state(): State {
		const { history, cells } = this.engine;
		return { history, done: cells.flatMap(({ id, status }) => (status === 'done' ? [id] : [])), selection: this.selection };
	}

	/** What was done before is done again at once, as results are kept; what waited to be asked waits again. Edits made since stay. */
	#goBack({ history, done, selection }: State, edited: boolean): void {
		this.engine.stopAll();
		if (!edited) this.engine.restore(history);
		else {
			for (const { id, type, params } of history.now.cells) {
				if (type === 'data' || type in columnChoices) this.engine.setParams(id, params, { record: false });
			}
		}
		for (const id of done) if (this.engine.cell(id).status !== 'done') this.engine.run(id);
		this.selection = selection;
	}

	async #openNotebook(file: File): Promise<void> {
		try {
			const text = await file.text().catch(() => {
				throw new Problem('fileGone', { file: file.name });
			});
			this.#show(readNotebook(text, file.name));
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			this.notice = error;
		}
	}

	/** Points the notebook at data and runs all of it. Choices made for another file are left behind, as they name its columns. */
	#source(source: { kind: 'file'; id: string; name: string } | { kind: 'sample'; name: SampleName }): void {
		const data = this.engine.cells.find((cell) => cell.type === 'data');
		if (!data) return;
		const before = data.document.params['source'] as { id?: string; name?: string } | null;
		const same =
			before !== null && source.kind === 'file' && before.id?.split('|').slice(0, 2).join() === source.id.split('|').slice(0, 2).join();
		// A first file is where the notebook begins; one that replaces another can be undone.
		this.engine.setParams(data.id, { ...(same ? {} : defaultsOf(specOf('data')!)), source }, { record: before !== null && !same });
		if (!same) this.#leaveColumns();
		this.selection = null;
		if (!same) this.reveal = false;
		this.engine.runAll();
	}

	/** Part of the step that brings another file: undone with it. */
	#leaveColumns(): void {
		for (const { id, type, document, spec } of this.engine.cells) {
			const defaults = defaultsOf(spec);
			for (const name of columnChoices[type] ?? []) {
				const chosen = document.params[name];
				if (Object.keys(chosen as object).length > 0) this.engine.setParams(id, { [name]: defaults[name] }, { record: false });
			}
		}
	}

	#show(notebook: Notebook): void {
		this.engine.open(notebook);
		this.selection = null;
		this.reveal = false;
		this.started = notebook.cells.length > 0;
		this.engine.runAll();
	}

	/** Leaves the notebook and what was kept of it. */
	async startOver(): Promise<void> {
		this.engine.open({ title: '', seed: 1, cells: [] });
		this.started = false;
		this.notice = null;
		clearTimeout(this.#timer);
		await forgetAll();
	}

	/** The text of the notebook's file. */
	text(): string {
		return writeNotebook(this.engine.notebook);
	}

	/** Keeps the notebook in this browser, soon. Call whenever it changes. */
	keep(): void {
		if (!this.started) return;
		clearTimeout(this.#timer);
		const text = this.text();
		this.#timer = setTimeout(async () => (this.keeps = await keepNotebook(text)), keepAfterMs);
	}
}
