import { filesOf, mostFiles, newFile, paramsOf, type DataView, type FileParams, type SampleName, type Source } from '../cells/data/spec.js';
import type { DeviceChoice } from '../cells/device.js';
import type { ComputeClient } from '../compute/client.js';
import { Problem, type ProblemId } from '../lib/problem.js';
import { Engine, type Cell } from '../notebook/engine.svelte.js';
import type { History } from '../notebook/history.js';
import { defaultsOf, newNotebook, readNotebook, writeNotebook, type Notebook } from '../notebook/notebook.js';
import { forgetNotebook, keepNotebook, keptNotebook } from '../storage/kept.js';
import { ColumnMemory } from './column-memory.js';
import { keepDevice, keptDevice } from './device.js';

const keepAfterMs = 400;
/** Choices that name columns of the file by position, by type of cell. */
const columnChoices: Readonly<Record<string, readonly string[]>> = { features: ['columns', 'missing', 'measures'], segments: ['without'] };
/** Problems of a file that no choice within the notebook can mend. */
const unreadable: readonly ProblemId[] = [
	'fileEmpty',
	'fileHeaderOnly',
	'fileBinary',
	'fileUnknown',
	'fileGzipBroken',
	'fileZipBroken',
	'fileZipEmpty',
	'fileTooDeep',
	'fileTooMany',
	'fileTooBig',
	'browserTooOld',
	'fileTooWide',
	'rowTooLong',
	'rowsTooShort',
	'fileLocked',
	'fileWorkbookBroken',
	'fileParquetBroken',
	'fileJsonBroken',
	'fileGone'
];

/** Whether a file is a saved notebook: its name says so, or it is JSON that begins as one. JSON may as well hold data. */
const isNotebook = async (file: File): Promise<boolean> =>
	/\.tessera\.json$/i.test(file.name) || (/\.json$/i.test(file.name) && /"format"\s*:\s*"tessera/.test(await textOf(file.slice(0, 4096))));

/** What tells a file apart that is opened again: its name and its size. */
const sameFile = (a: Source, b: Source): boolean =>
	a.kind === 'file' && b.kind === 'file' && a.id.split('|').slice(0, 2).join() === b.id.split('|').slice(0, 2).join();

/** Whether a problem is about a file, or something inside it. */
const isAbout = ({ facts }: Problem, { name }: File): boolean => facts['file'] === name || String(facts['file']).startsWith(`${name} › `);

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
	readonly #columns = new ColumnMemory();
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
			await forgetNotebook();
		}
	}

	openSample(name: SampleName): void {
		this.#begin();
		this.#read([newFile({ kind: 'sample', name })]);
	}

	/** Opens files that were chosen together: a saved notebook, or data for the one that is open, in place of what it had. */
	async openFiles(files: readonly File[]): Promise<void> {
		this.notice = null;
		for (const file of files) if (await isNotebook(file)) return this.#openNotebook(file);
		await this.#try(files, (sources) => {
			const open = filesOf(this.#data!.document.params as never);
			if (sources.every((source) => open.some((file) => sameFile(file.source, source)))) {
				this.#renew(open.map((file) => ({ ...file, source: sources.find((source) => sameFile(file.source, source)) ?? file.source })));
			} else this.#read(sources.map(newFile));
		});
	}

	/** Reads files together with those that are open. */
	async addFiles(files: readonly File[]): Promise<void> {
		this.notice = null;
		await this.#try(files, (sources) => {
			const data = this.#data!;
			const open = filesOf(data.document.params as never);
			const added = sources.filter((source) => !open.some((file) => sameFile(file.source, source))).map(newFile);
			if (added.length === 0) return;
			this.engine.setParams(data.id, paramsOf([...open, ...added]));
			this.selection = null;
			this.engine.runAll();
		});
	}

	/**
	 * Changes what was chosen in a cell. Choices that name columns by position are left behind where a file is taken away; what networks are
	 * trained on is chosen for all cells and for notebooks to come.
	 */
	choose(id: string, patch: Readonly<Record<string, unknown>>): void {
		const cell = this.engine.cell(id);
		const shown = cell.type === 'data' ? (cell.view as DataView).files.length : 0;
		if ('device' in patch) {
			keepDevice(patch['device'] as DeviceChoice);
			return this.engine.setEverywhere(patch);
		}
		this.engine.setParams(id, patch);
		if ('more' in patch && filesOf(cell.document.params as never).length < shown) this.#leaveColumns();
	}

	/** Keeps what was chosen for columns, and takes what was kept. Call whenever the Data cell changes. */
	rememberColumns(): void {
		const data = this.#data;
		if (data?.status === 'done') this.#columns.see(this.engine, data);
	}

	#begin(): void {
		this.#show(newNotebook());
		const device = keptDevice();
		if (device !== 'auto') this.engine.setEverywhere({ device }, { record: false });
	}

	get #data(): Cell | undefined {
		return this.engine.cells.find((cell) => cell.type === 'data');
	}

	/** Takes files in; one that is unreadable is left out and named, and where none is left the notebook stays as it was. */
	async #try(files: readonly File[], take: (sources: readonly Source[]) => void): Promise<void> {
		const before = this.started ? this.#state() : null;
		let left = [...files].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
		let refused: Problem | null = null;
		if (left.length > mostFiles) {
			this.notice = new Problem('tooManyFiles', { n: left.length, most: mostFiles });
			return;
		}
		while (left.length > 0) {
			const error = await this.#taken(left, take);
			if (!error) break;
			refused ??= error.problem;
			if (before) this.#goBack(before, error.edited);
			else await this.startOver();
			this.notice = refused;
			const rest = left.filter((file) => !isAbout(error.problem, file));
			if (error.edited || rest.length === left.length) break;
			left = rest;
		}
	}

	/** Takes files in, and waits for what becomes of them. Null where they can be read, or something else was done meanwhile. */
	async #taken(files: readonly File[], take: (sources: readonly Source[]) => void): Promise<{ problem: Problem; edited: boolean } | null> {
		const sources = files.map((file): Source => {
			const id = `${file.name}|${file.size}|${file.lastModified}`;
			this.#client.give(id, file);
			this.#columns.open(id);
			return { kind: 'file', id, name: file.name };
		});
		if (!this.started) this.#begin();
		if (!this.#data) return null;
		take(sources);
		const { notebook } = this.engine;
		const data = this.#data;
		const opened = data.document;
		await this.engine.settled();
		if (data.document !== opened || !(data.error instanceof Problem) || !unreadable.includes(data.error.id)) return null;
		return { problem: data.error, edited: this.engine.notebook !== notebook };
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

	/** Points the notebook at data and runs all of it. Choices made for other files are left behind, as they name their columns. */
	#read(files: readonly FileParams[]): void {
		const data = this.#data;
		if (!data) return;
		// A first file is where the notebook begins; one that replaces another can be undone.
		const record = data.document.params['source'] !== null;
		this.engine.setParams(data.id, { ...defaultsOf(data.spec), ...paramsOf(files) }, { record });
		this.#leaveColumns();
		this.selection = null;
		this.reveal = false;
		this.engine.runAll();
	}

	/** Opens files of the notebook again, under the choices made for them. */
	#renew(files: readonly FileParams[]): void {
		this.engine.setParams(this.#data!.id, paramsOf(files), { record: false });
		this.selection = null;
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
		await forgetNotebook();
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
