import * as v from 'valibot';
import { filesOf, namingOf, namingSchema, paramsOf, unnamed, type DataView, type FileParams } from '../cells/data/spec.js';
import type { Cell, Engine } from '../notebook/engine.svelte.js';
import { keepColumns, keptColumns } from '../storage/columns.js';

type Params = Parameters<typeof filesOf>[0];

const textOf = (file: FileParams): string => JSON.stringify(namingOf(file));
const nothing = JSON.stringify(unnamed);

/**
 * Remembers what the person chose for the columns of a file, for files with the same header: kept once the file can be used with it, and taken when
 * such a file is opened and nothing has been chosen for it yet. To take it back is to forget it.
 */
export class ColumnMemory {
	/** What was chosen last for a file that has been looked up, by file and header. */
	readonly #met = new Map<string, string>();
	/** What is kept, by hash of the header. */
	readonly #kept = new Map<string, string>();
	#last: Promise<void> = Promise.resolve();

	/** A file is opened anew: what is kept for its header is taken again. */
	open(id: string): void {
		for (const key of this.#met.keys()) if (key.startsWith(`${id}#`)) this.#met.delete(key);
	}

	/** Call when the Data cell has read its files. */
	see(engine: Engine, data: Cell): void {
		const params = data.document.params as unknown as Params;
		const { files } = data.view as DataView;
		const usable = data.blocked === null;
		this.#last = this.#last.then(() => this.#look(engine, data, params, files, usable));
	}

	async #look(engine: Engine, data: Cell, params: Params, tables: DataView['files'], usable: boolean): Promise<void> {
		const files = filesOf(params);
		let recalled = false;
		for (const [of, file] of files.entries()) {
			const header = tables.find((table) => table.of === of)?.headerHash;
			if (!header || file.source.kind === 'sample') continue;
			const key = `${file.source.id}#${file.part ?? ''}#${header}`;
			const before = this.#met.get(key);
			const now = textOf(file);
			this.#met.set(key, now);
			if (before === undefined && now === nothing) {
				const kept = await keptColumns(header);
				const naming = v.safeParse(namingSchema, kept?.naming);
				if (!kept || !naming.success) continue;
				files[of] = { ...file, ...naming.output, recalled: kept.saved };
				this.#kept.set(header, textOf(files[of]));
				this.#met.set(key, textOf(files[of]));
				recalled = true;
			} else if (now === nothing) {
				if (before === nothing) continue;
				this.#kept.delete(header);
				await keepColumns(header, null);
			} else if (usable && this.#kept.get(header) !== now && file.recalled === null) {
				this.#kept.set(header, now);
				await keepColumns(header, namingOf(file));
			}
		}
		if (!recalled || (data.document.params as unknown) !== params) return;
		// Part of the step that opened the file.
		engine.setParams(data.id, paramsOf(files), { record: false });
		engine.runAll();
	}
}
