import { Problem, type ProblemId } from '../../lib/problem.js';
import { readHead, type Head } from '../../lib/table/layout.js';
import { roles as allRoles, type Roles, type RowReader } from '../../lib/table/orders.js';
import { readOrders, type ReadResult } from '../../lib/table/read.js';
import { guessRoles } from '../../lib/table/roles.js';
import { streamRows } from '../../lib/table/stream.js';
import { unpacked } from '../../lib/table/unpack.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Run, RunContext } from '../cell.js';
import { taskOf } from '../task.js';
import type { DataView, SampleName, spec } from './spec.js';

/** Problems that naming the columns, or cutting them otherwise, can mend: the file is shown with them. */
const mendable: readonly ProblemId[] = ['oneColumn', 'noCustomerColumn', 'noTimeColumn', 'noAmountColumn', 'badDates'];

const dayMs = 86_400_000;

async function sample(name: SampleName, seed: number): Promise<File> {
	const { shopSample, noiseSample } = await import('../../samples/samples.js');
	const made = name === 'shop' ? shopSample(seed) : noiseSample(seed);
	return new File([made.csv], made.name);
}

/** Seed of the shipped samples: they are the same for everyone, whatever the notebook's seed. */
const sampleSeed = 1;

function usable(roles: Roles, columns: number): Roles {
	return Object.fromEntries(allRoles.flatMap((role) => ((roles[role] ?? columns) < columns ? [[role, roles[role]]] : []))) as Roles;
}

function summary({ orders, dates, numbers }: ReadResult): DataView['log'] {
	let [first, last, unnamed] = [Infinity, -Infinity, 0];
	for (let row = 0; row < orders.rows; row++) {
		const time = orders.time[row]!;
		if (time < first) first = time;
		if (time > last) last = time;
		if (orders.customer.codes[row] === -1) unnamed++;
	}
	return {
		customers: orders.customer.values.length,
		orders: orders.order?.values.length ?? null,
		unnamed,
		firstDay: Math.floor(first / dayMs),
		lastDay: Math.floor(last / dayMs),
		dates,
		numbers
	};
}

export const run: Run<typeof spec, Workspace, DataView> = async (ctx, params) => {
	const { source } = params;
	if (!source) throw new Problem('noFile');
	const file = source.kind === 'sample' ? await sample(source.name, sampleSeed) : ctx.file(source.id);
	if (!file) throw new Problem('fileNeeded', { file: source.name });
	const task = taskOf(ctx, 'data.stage.read');
	const blob = await unpacked(file.name, file, task);
	const head = await readHead(file.name, blob, {
		encoding: params.encoding ?? undefined,
		delimiter: params.delimiter ?? undefined,
		header: params.header ?? undefined
	});
	const { layout, columns } = head;
	const roles = usable(params.roles ?? guessRoles(columns, head.rows, layout.header), columns.length);
	const shown = { file: file.name, bytes: file.size, columns, layout, roles };
	try {
		if (columns.length === 1) throw new Problem('oneColumn', { file: file.name, delimiter: layout.delimiter, header: columns[0]! });
		const read = await readOrders(
			{
				file: file.name,
				blob,
				layout,
				columns,
				sample: head.rows,
				roles,
				currency: params.currency,
				dateOrder: params.dateOrder ?? undefined
			},
			task
		);
		const { orders } = read;
		const output = { orders, people: null };
		return { output, view: { ...shown, rows: orders.rows, log: summary(read) }, answers: pages(orders.source) };
	} catch (cause) {
		if (!(cause instanceof Problem) || !mendable.includes(cause.id)) throw cause;
		return unread(file.name, blob, head, shown, cause, ctx);
	}
};

/** The file as it can be shown while its columns do not make an order log. */
async function unread(name: string, blob: Blob, head: Head, shown: Omit<DataView, 'rows' | 'log'>, problem: Problem, ctx: RunContext) {
	const { rows, reader } = await streamRows(name, blob, head.layout, () => undefined, taskOf(ctx, 'data.stage.read'));
	const output = { orders: null, people: null };
	return { output, view: { ...shown, rows, log: null }, blocked: problem, answers: pages(reader) };
}

const pages = (source: RowReader) => ({ rows: ({ from, to }: { from: number; to: number }) => source.rows(from, to) });
