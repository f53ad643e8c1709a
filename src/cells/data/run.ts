import { Problem, type ProblemId } from '../../lib/problem.js';
import { eventsFrom } from '../../lib/table/event-log.js';
import { guessEventRoles, isEvents } from '../../lib/table/event-roles.js';
import type { RowReader } from '../../lib/table/orders.js';
import { rowReader } from '../../lib/table/dictionary.js';
import { ordersFrom, type OrderLog } from '../../lib/table/order-log.js';
import { idColumn, isPeople, peopleFrom } from '../../lib/table/people-table.js';
import { peopleLedger } from '../../lib/table/people.js';
import { guessRoles } from '../../lib/table/roles.js';
import { schemaOf } from '../../lib/table/schema.js';
import { readFile } from '../../lib/table/read-file.js';
import { heldAgainst, recognise, type Candidate, type Recognition } from '../../lib/table/sources/recognise.js';
import { kindOf } from '../../lib/table/sources/kind.js';
import { sources } from '../../lib/table/sources/sources.js';
import type { ReadingNotes } from '../../lib/table/table.js';
import type { Inferred } from '../../lib/table/types.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Run } from '../cell.js';
import { taskOf } from '../task.js';
import { eventsSummary } from './events.js';
import {
	columnRoles,
	originNotes,
	type ColumnRoles,
	type ColumnSummary,
	type DataNotes,
	type DataView,
	type OriginNote,
	type SampleName,
	type spec,
	type TableKind
} from './spec.js';

/** Problems that naming the columns, or cutting them otherwise, can mend: the file is shown with them. */
const mendable: readonly ProblemId[] = [
	'oneColumn',
	'noCustomerColumn',
	'noTimeColumn',
	'noAmountColumn',
	'badDates',
	'productList',
	'totalsOnly',
	'analyticsReport',
	'noPeople'
];

const dayMs = 86_400_000;

async function sample(name: SampleName, seed: number): Promise<File> {
	const { shopSample, noiseSample } = await import('../../samples/samples.js');
	const made = name === 'shop' ? shopSample(seed) : noiseSample(seed);
	return new File([made.csv], made.name);
}

/** Seed of the shipped samples: they are the same for everyone, whatever the notebook's seed. */
const sampleSeed = 1;

function usable(roles: ColumnRoles, columns: number): ColumnRoles {
	return Object.fromEntries(columnRoles.flatMap((role) => ((roles[role] ?? columns) < columns ? [[role, roles[role]]] : [])));
}

function summary({ orders, dates, numbers }: OrderLog): DataView['log'] {
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

/** The source that the person named, held against the file, or the one that it seems to come from. */
function recogniseAs(chosen: string | null, columns: readonly string[], sample: readonly (readonly string[])[]): Recognition {
	if (chosen === 'other') return { kind: 'unknown' };
	const source = sources.find(({ id }) => id === chosen);
	return source ? { kind: 'source', ...heldAgainst(source, columns, sample) } : recognise(columns, sample);
}

const kindOfSource = { orders: 'orders', customers: 'people', survey: 'people', events: 'events' } as const;

function kindFor(
	origin: Candidate | null,
	sample: readonly (readonly string[])[],
	...[columns, schema, rows, roles, header]: Parameters<typeof isPeople>
): TableKind {
	if (origin) return kindOfSource[origin.source.kind];
	if (header && isEvents(columns, sample)) return 'events';
	if (header && kindOf(columns, sample).kind === 'survey') return 'people';
	return isPeople(columns, schema, rows, roles, header) ? 'people' : 'orders';
}

const notesOn = ({ source: { quirks }, roles }: Candidate): OriginNote[] =>
	originNotes.filter((note) =>
		note === 'perOrder' ? quirks.amountPerOrder : note === 'refund' ? roles.refund !== undefined : quirks[note]
	);

export const run: Run<typeof spec, Workspace, DataView> = async (ctx, params) => {
	const { source, part, encoding, delimiter, header } = params;
	if (!source) throw new Problem('noFile');
	const file = source.kind === 'sample' ? await sample(source.name, sampleSeed) : ctx.file(source.id);
	if (!file) throw new Problem('fileNeeded', { file: source.name });
	const task = taskOf(ctx, 'data.stage.read');
	const choice = {
		part: part ?? undefined,
		encoding: encoding ?? undefined,
		delimiter: delimiter ?? undefined,
		header: header ?? undefined
	};
	const read = await readFile(file.name, file, choice, task);
	const { table, layout, shape } = read;
	const columns = table.columns.map(({ name }) => name);
	const schema = await schemaOf(table, params.types, task);
	const recognised = recogniseAs(params.origin, columns, read.sample);
	const origin = recognised.kind === 'source' ? recognised : null;
	const guessed = origin?.roles ?? guessRoles(columns, read.sample, shape.header);
	const kind = params.kind ?? kindFor(origin, read.sample, columns, schema, table.rows, guessed, shape.header);
	const id = idColumn(columns, schema, table.rows, guessed);
	const found =
		kind === 'events'
			? { ...guessEventRoles(columns, read.sample), ...(origin && { customer: origin.roles.customer! }) }
			: kind === 'orders'
				? guessed
				: id === null
					? {}
					: { customer: id };
	const roles = usable(params.roles ?? found, columns.length);
	const shown = {
		file: table.name,
		parts: read.parts,
		bytes: file.size,
		rows: table.rows,
		columns: schema.map((column, j) => summaryOf(columns[j]!, column)),
		notes: notesOf(table.notes),
		layout,
		header: shape.header,
		roles,
		kind,
		origin: origin && {
			id: origin.source.id,
			name: origin.source.name,
			matched: origin.matched,
			of: origin.of,
			notes: kind === 'events' ? [] : notesOn(origin)
		},
		unsure: recognised.kind === 'unsure' ? recognised.candidates.map(({ source }) => source.name) : []
	};
	const answers = pages(rowReader(table));
	if (kind === 'people' && !(recognised.kind === 'refused' && params.kind === null)) {
		const people = peopleFrom(table, schema, roles.customer ?? null, writtenDay(file));
		const { noId, repeatedId } = peopleLedger(people);
		const holds = { customers: people.rows - noId - repeatedId, repeated: repeatedId, nameless: noId };
		return { output: { orders: null, people, events: null }, view: { ...shown, log: null, people: holds, events: null }, answers };
	}
	try {
		if (columns.length === 1 && layout)
			throw new Problem('oneColumn', { file: table.name, delimiter: layout.delimiter, header: columns[0]! });
		if (recognised.kind === 'refused' && params.kind === null && !params.roles) {
			const report = recognised.reason === 'totalsOnly' && isAnalyticsReport(table.notes.preamble);
			throw new Problem(report ? 'analyticsReport' : recognised.reason, { file: table.name });
		}
		if (kind === 'events') {
			const events = await eventsFrom(table, { roles, schema, origin }, task);
			const holds = eventsSummary(events, guessed);
			return { output: { orders: null, people: null, events }, view: { ...shown, log: null, people: null, events: holds }, answers };
		}
		const log = await ordersFrom(table, { roles, schema, currency: params.currency, origin }, task);
		const output = { orders: log.orders, people: null, events: null };
		return { output, view: { ...shown, log: summary(log), people: null, events: null }, answers };
	} catch (cause) {
		if (!(cause instanceof Problem) || !mendable.includes(cause.id)) throw cause;
		const output = { orders: null, people: null, events: null };
		return { output, view: { ...shown, log: null, people: null, events: null }, blocked: cause, answers };
	}
};

/** Whether the lines above a header are those that the pages of Google Analytics 4 write above theirs. */
const isAnalyticsReport = (preamble: ReadingNotes['preamble']): boolean =>
	preamble.filter(([first]) => /^# ?-{8,}$/.test(first!.trim())).length >= 2;

/** The calendar day on which a file was last written, where the reader is. */
function writtenDay(file: File): number {
	const at = new Date(file.lastModified);
	return Math.floor(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / dayMs);
}

const summaryOf = (name: string, { type, filled, distinct, missing, bad, badExamples }: Inferred): ColumnSummary => ({
	name,
	type,
	filled,
	distinct,
	missing,
	bad,
	badExamples: badExamples.slice(0, 3).map(({ text }) => text)
});

const notesOf = ({ preamble, description, totals, blank, short, long, openQuotes }: ReadingNotes): DataNotes => ({
	preamble: preamble.map((row) => row.filter((cell) => cell.trim() !== '').join(' ')),
	description: description !== null,
	totals: totals.length,
	blank,
	short: short.count,
	shortRows: short.rows.slice(0, 5),
	long: long.size,
	longRows: [...long.keys()].slice(0, 5),
	openQuotes: openQuotes.slice(0, 5)
});

const pages = (source: RowReader) => ({ rows: ({ from, to }: { from: number; to: number }) => source.rows(from, to) });
