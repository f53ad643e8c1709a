import { Problem } from '../problem.js';
import type { Task } from '../task.js';
import { tooBig } from './formats/budget.js';
import { openFile, type Opened } from './formats/open.js';
import { gridTable } from './grid-table.js';
import { guessRoles } from './roles.js';
import type { Shape } from './shape.js';
import type { TextTable } from './table.js';
import { readHead, type Layout, type LayoutChoice } from './text/layout.js';
import { readTextFile } from './text/read.js';
import { unfold } from './unfold.js';

/** A table of a file, and how it was read. */
export interface FileTable {
	/** Names of all that the file holds: the sheets of a workbook, the files of an archive. */
	readonly parts: readonly string[];
	/** Which of them this is. */
	readonly part: number;
	/** Names of the other parts with the same header, where none was asked for. */
	readonly alike: readonly string[];
	readonly table: TextTable;
	readonly shape: Shape;
	/** Null where the cells came typed. */
	readonly layout: Layout | null;
	/** First rows, as text. */
	readonly sample: readonly (readonly string[])[];
}

export interface FileChoice extends LayoutChoice {
	/** Name of the part to read; the one that is most of an order log where it is absent. */
	readonly part?: string | undefined;
}

/** Parts that are looked at before one is chosen. */
const mostParts = 24;

interface Sight {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly header: boolean;
}

/** How much of an order log the first rows of a part show. */
function promise({ columns, rows, header }: Sight): number {
	const roles = guessRoles(columns, rows, header);
	const has = (...wanted: (keyof typeof roles)[]) => (wanted.some((role) => roles[role] !== undefined) ? 1 : 0);
	return (
		3 * (has('customer') + has('time') + has('amount', 'price')) +
		has('order') +
		Math.min(rows.length, 1000) / 1000 +
		Math.min(columns.length, 20) / 100
	);
}

type PartTable = Omit<FileTable, 'parts' | 'part' | 'alike'>;

async function readPart(opened: Opened, choice: FileChoice, task: Task): Promise<PartTable> {
	if (opened.kind === 'text') {
		const { head, table } = await readTextFile(opened.name, opened.blob, choice, task);
		return { ...(await unfold(table, head.rows, task)), shape: head.layout, layout: head.layout };
	}
	const { shaped, table } = await gridTable(opened.name, await opened.grid(task), choice.header, task);
	return { table, shape: shaped.shape, layout: null, sample: shaped.rows };
}

/**
 * Reads a file of any kind into a table: of several sheets or files inside, the one that is most of an order log; those with the same header are named.
 * @throws Problem as openFile, readTextFile and gridTable do, fileTooBig where memory ends; the signal's reason when stopped
 */
export async function readFile(name: string, file: Blob, choice: FileChoice, task: Task): Promise<FileTable> {
	try {
		return await readWhole(name, file, choice, task);
	} catch (cause) {
		if (cause instanceof WebAssembly.RuntimeError) throw tooBig(name, file.size, kernelMemory);
		throw cause;
	}
}

/** What the memory of a kernel in WebAssembly can hold, in bytes. */
const kernelMemory = 2 ** 32;

async function readWhole(name: string, file: Blob, choice: FileChoice, task: Task): Promise<FileTable> {
	const opened = await openFile(name, file, task);
	const parts = opened.map((one) => one.name);
	const asked = choice.part === undefined ? -1 : parts.indexOf(choice.part);
	if (asked >= 0 || opened.length === 1) {
		const part = Math.max(0, asked);
		return { parts, part, alike: [], ...(await readPart(opened[part]!, choice, task)) };
	}
	let best: { part: number; promise: number; read: PartTable | null } | undefined;
	const headers = new Map<number, string>();
	let refusal: Problem | undefined;
	for (const [part, one] of opened.slice(0, mostParts).entries()) {
		try {
			// Text shows what it is by its head; a sheet has to be read.
			const read = one.kind === 'grid' ? await readPart(one, choice, task) : null;
			const sight = read
				? { columns: read.table.columns.map((column) => column.name), rows: read.sample, header: read.shape.header }
				: await readHead(one.name, (one as Extract<Opened, { kind: 'text' }>).blob, choice).then(({ columns, rows, layout }) => ({
						columns,
						rows,
						header: layout.header
					}));
			if (sight.header) headers.set(part, JSON.stringify(sight.columns));
			const found = promise(sight);
			if (!best || found > best.promise) best = { part, promise: found, read };
		} catch (cause) {
			if (!(cause instanceof Problem)) throw cause;
			refusal ??= cause;
		}
	}
	if (!best) throw refusal ?? new Problem('fileEmpty', { file: name });
	const { part } = best;
	const alike = parts.filter((_, other) => other !== part && headers.has(part) && headers.get(other) === headers.get(part));
	return { parts, part, alike, ...(best.read ?? (await readPart(opened[part]!, choice, task))) };
}
