import { Problem, type ProblemId } from '../../lib/problem.js';
import { roles as allRoles, type Orders, type Roles, type RowReader } from '../../lib/table/orders.js';
import { ordersFrom, rowReader, type ReadResult } from '../../lib/table/order-log.js';
import { guessRoles } from '../../lib/table/roles.js';
import { readTextFile } from '../../lib/table/text/read.js';
import { unpacked } from '../../lib/table/unpack.js';
import type { Run } from '../cell.js';
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

export const run: Run<typeof spec, Orders | null, DataView> = async (ctx, params) => {
	const { source } = params;
	if (!source) throw new Problem('noFile');
	const file = source.kind === 'sample' ? await sample(source.name, sampleSeed) : ctx.file(source.id);
	if (!file) throw new Problem('fileNeeded', { file: source.name });
	const task = taskOf(ctx, 'data.stage.read');
	const blob = await unpacked(file.name, file, task);
	const { encoding, delimiter, header } = params;
	const choice = { encoding: encoding ?? undefined, delimiter: delimiter ?? undefined, header: header ?? undefined };
	const { head, table } = await readTextFile(file.name, blob, choice, task);
	const { layout, columns } = head;
	const roles = usable(params.roles ?? guessRoles(columns, head.rows, layout.header), columns.length);
	const shown = { file: file.name, bytes: file.size, rows: table.rows, columns, layout, roles };
	const answers = pages(rowReader(table));
	try {
		if (columns.length === 1) throw new Problem('oneColumn', { file: file.name, delimiter: layout.delimiter, header: columns[0]! });
		const read = await ordersFrom(table, { roles, currency: params.currency, dateOrder: params.dateOrder ?? undefined }, task);
		return { output: read.orders, view: { ...shown, log: summary(read) }, answers };
	} catch (cause) {
		if (!(cause instanceof Problem) || !mendable.includes(cause.id)) throw cause;
		return { output: null, view: { ...shown, log: null }, blocked: cause, answers };
	}
};

const pages = (source: RowReader) => ({ rows: ({ from, to }: { from: number; to: number }) => source.rows(from, to) });
