import * as v from 'valibot';
import type { CellSpec, InputSpec } from '../cells/cell.js';
import { specOf } from '../cells/registry.js';
import { Problem } from '../lib/problem.js';
import { downstream, order } from './graph.js';

export const formatVersion = 1;

/** One cell as it is saved: what it is, what was chosen, what it reads. Results are never part of it. */
export interface CellDocument {
	readonly id: string;
	readonly type: string;
	readonly params: Readonly<Record<string, unknown>>;
	/** Id of the cell that each input is bound to. */
	readonly inputs: Readonly<Record<string, string>>;
}

/** A notebook as it is saved; holds no row of anyone's data. */
export interface Notebook {
	readonly title: string;
	/** Every random choice below follows from it. */
	readonly seed: number;
	readonly cells: readonly CellDocument[];
}

/** The cells of the first notebook, in the order they are read. */
const firstCells = ['data', 'prepare', 'features', 'rfm', 'embed', 'segments', 'map', 'profile', 'predict', 'value', 'export'] as const;

/** Params of a cell type with every default filled in. */
export const defaultsOf = (spec: CellSpec): Record<string, unknown> => v.parse(spec.params, {}) as Record<string, unknown>;

/** Binds each input to the nearest cell above that makes its kind (of the type the spec asks for, where it asks for one). */
export function bind(spec: CellSpec, above: readonly CellDocument[]): Record<string, string> {
	const bound: Record<string, string> = {};
	for (const [name, { kind, from }] of Object.entries(spec.inputs)) {
		const makers = above.filter((cell) => specOf(cell.type)?.output === kind);
		const maker = (from && makers.findLast((cell) => cell.type === from)) || makers.at(-1);
		if (maker) bound[name] = maker.id;
	}
	return bound;
}

/** A notebook of the given cell types with default choices, each input bound to the nearest maker above; an optional one, else, to one below. */
export function newNotebook(seed = 1, types: readonly string[] = firstCells): Notebook {
	const cells: CellDocument[] = [];
	for (const type of types) {
		const spec = specOf(type);
		if (!spec) throw new Error(`Unknown cell type "${type}"`);
		cells.push({ id: type, type, params: defaultsOf(spec), inputs: bind(spec, cells) });
	}
	cells.forEach((cell, at) => (cells[at] = boundBelow(cell, cells)));
	return { title: '', seed, cells };
}

/** Binds optional inputs that nothing above can feed to the first cell that can, unless that reads this one. */
function boundBelow(cell: CellDocument, cells: readonly CellDocument[]): CellDocument {
	const readers = downstream(cells, cell.id);
	const found = Object.entries(specOf(cell.type)!.inputs).flatMap(([name, { kind, optional }]) => {
		if (!optional || cell.inputs[name] !== undefined) return [];
		const maker = cells.find(({ id, type }) => specOf(type)?.output === kind && id !== cell.id && !readers.has(id));
		return maker ? [[name, maker.id] as const] : [];
	});
	return found.length > 0 ? { ...cell, inputs: { ...cell.inputs, ...Object.fromEntries(found) } } : cell;
}

/** The inputs that a cell reads under its present choices. */
export function inputsOf({ type, params, inputs }: CellDocument): Record<string, string> {
	const spec = specOf(type);
	const read = Object.entries(inputs).filter(([name]) => {
		const when = spec?.inputs[name]?.when;
		return !when || params[when[0]] === when[1];
	});
	return Object.fromEntries(read);
}

/** The cells that an input may be bound to: those above `cell` that make its kind. */
export function makersFor(notebook: Notebook, cell: CellDocument, { kind }: InputSpec): CellDocument[] {
	return notebook.cells.slice(0, notebook.cells.indexOf(cell)).filter((above) => specOf(above.type)?.output === kind);
}

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/), v.notValue('__proto__'));
const shape = v.object({
	format: v.literal('tessera'),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	title: v.pipe(v.string(), v.maxLength(200)),
	seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
	cells: v.pipe(
		v.array(
			v.object({
				id,
				type: id,
				params: v.record(v.pipe(v.string(), v.notValue('__proto__')), v.unknown()),
				inputs: v.record(id, id)
			})
		),
		v.maxLength(200)
	)
});

/** The text of a `.tessera.json` file. */
export const writeNotebook = (notebook: Notebook): string =>
	JSON.stringify({ format: 'tessera', version: formatVersion, ...notebook }, null, '\t');

/**
 * Reads a saved notebook; nothing of it is trusted before every part has been checked against the schema of its cell type.
 * @throws Problem notebookForeign (another kind of file), notebookNewer, notebookBroken {detail}
 */
export function readNotebook(text: string, file: string): Notebook {
	let raw: unknown;
	try {
		raw = JSON.parse(text, (key, value: unknown) => {
			if (key === '__proto__') throw new Problem('notebookBroken', { file, detail: key });
			return value;
		});
	} catch (error) {
		throw error instanceof Problem ? error : new Problem('notebookForeign', { file });
	}
	if (raw === null || typeof raw !== 'object' || (raw as { format?: unknown }).format !== 'tessera')
		throw new Problem('notebookForeign', { file });
	const version = (raw as { version?: unknown }).version;
	if (typeof version === 'number' && version > formatVersion) throw new Problem('notebookNewer', { file, version });
	const parsed = v.safeParse(shape, raw);
	if (!parsed.success) throw new Problem('notebookBroken', { file, detail: v.getDotPath(parsed.issues[0]) ?? '' });
	const { title, seed } = parsed.output;
	const ids = new Set<string>();
	const cells: CellDocument[] = [];
	for (const cell of parsed.output.cells) {
		const at = `cells.${cell.id}`;
		const spec = specOf(cell.type);
		if (!spec || ids.has(cell.id)) throw new Problem('notebookBroken', { file, detail: at });
		const params = v.safeParse(spec.params, cell.params);
		if (!params.success) throw new Problem('notebookBroken', { file, detail: `${at}.${v.getDotPath(params.issues[0]) ?? ''}` });
		for (const [name, { kind, optional }] of Object.entries(spec.inputs)) {
			if (optional && cell.inputs[name] === undefined) continue;
			const maker = (optional ? parsed.output.cells : cells).find(({ id }) => id === cell.inputs[name]);
			if (!maker || specOf(maker.type)?.output !== kind) throw new Problem('notebookBroken', { file, detail: `${at}.inputs.${name}` });
		}
		ids.add(cell.id);
		const inputs = Object.fromEntries(
			Object.keys(spec.inputs).flatMap((name) => (cell.inputs[name] === undefined ? [] : [[name, cell.inputs[name]]]))
		);
		cells.push({ id: cell.id, type: cell.type, params: params.output as Record<string, unknown>, inputs });
	}
	try {
		order(cells);
	} catch {
		throw new Problem('notebookBroken', { file, detail: 'cells' });
	}
	return { title, seed, cells };
}
