import { Problem } from '../../lib/problem.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Run } from '../cell.js';
import type { RowFileWords } from '../row-file.js';
import { taskOf } from '../task.js';
import { fileOf, readOne, type FileRead } from './read.js';
import { filesOf, mostFiles, type DataView, type spec } from './spec.js';
import { join, type AbsentRequest } from './together.js';

export interface RowsRequest {
	/** Place of the table among the files of the view. */
	readonly file: number;
	readonly from: number;
	readonly to: number;
}

export const run: Run<typeof spec, Workspace, DataView> = async (ctx, params) => {
	const wanted = filesOf(params);
	if (wanted.length === 0) throw new Problem('noFile');
	const files: File[] = [];
	for (const { source } of wanted) {
		const file = await fileOf(ctx, source);
		if (!file) throw new Problem('fileNeeded', { file: source.name });
		files.push(file);
	}
	const read: FileRead[] = [];
	for (const [of, choices] of wanted.entries()) {
		const task = taskOf(ctx, 'data.stage.read', of / wanted.length, (of + 1) / wanted.length);
		const first = await readOne(files[of]!, choices, of, params.currency, task);
		read.push(first);
		for (const part of first.alike.slice(0, mostFiles - wanted.length)) {
			read.push(await readOne(files[of]!, { ...choices, part }, of, params.currency, task));
		}
	}
	const view = { files: read.map((one) => one.view), together: null };
	const answers = {
		rows: async ({ file, from, to }: RowsRequest, _signal: AbortSignal, reveal: boolean) => {
			const { source, mask } = read[file]!;
			const rows = await source.rows(from, to);
			return reveal ? rows : rows.map((row) => row.map(mask));
		},
		long: ({ file, ...words }: RowFileWords & { readonly file: number }, signal: AbortSignal) => read[file]!.long(words, signal)
	};
	const blocked = read.find((one) => one.blocked)?.blocked;
	if (blocked || read.length === 1) return { output: read[0]!.output, view, blocked, answers };
	try {
		const joined = await join(read, params.currency, taskOf(ctx, 'data.stage.join'));
		const absent = (request: AbsentRequest) => joined.absent(request);
		return { output: joined.output, view: { ...view, together: joined.view }, answers: { ...answers, absent } };
	} catch (cause) {
		if (!(cause instanceof Problem)) throw cause;
		return { output: { orders: null, people: null, events: null }, view, blocked: cause, answers };
	}
};
