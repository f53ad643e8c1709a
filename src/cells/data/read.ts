import { hash } from '../../lib/hash.js';
import { Problem, type ProblemId } from '../../lib/problem.js';
import { byCampaign, campaignsIn } from '../../lib/table/campaigns.js';
import { contactsMasked, masked } from '../../lib/table/mask.js';
import { rowReader } from '../../lib/table/dictionary.js';
import { eventsFrom } from '../../lib/table/event-log.js';
import { guessEventRoles, isEvents } from '../../lib/table/event-roles.js';
import type { RowReader } from '../../lib/table/orders.js';
import { ordersFrom, type BadCell, type OrderLog } from '../../lib/table/order-log.js';
import { idColumn, isPeople, peopleFrom } from '../../lib/table/people-table.js';
import { peopleLedger } from '../../lib/table/people.js';
import { guessRoles } from '../../lib/table/roles.js';
import { schemaOf } from '../../lib/table/schema.js';
import { personalInFile, type PersonalKind } from '../../lib/table/personal.js';
import { readFile } from '../../lib/table/read-file.js';
import { heldAgainst, recognise, type Candidate, type Recognition } from '../../lib/table/sources/recognise.js';
import { kindOf } from '../../lib/table/sources/kind.js';
import { sources } from '../../lib/table/sources/sources.js';
import { textAt, type ReadingNotes, type TextTable } from '../../lib/table/table.js';
import { parseTime } from '../../lib/table/time.js';
import type { Task } from '../../lib/task.js';
import type { Inferred } from '../../lib/table/types.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { RunContext } from '../cell.js';
import { rowFile, type RowFileWords } from '../row-file.js';
import { eventsSummary } from './events.js';
import {
	columnRoles,
	originNotes,
	type ColumnRole,
	type ColumnRoles,
	type ColumnSummary,
	type DataNotes,
	type FileParams,
	type FileView,
	type OriginNote,
	type SampleName,
	type Source,
	type TableKind,
	type UnsureDates
} from './spec.js';

/** Problems that naming the columns, or cutting them otherwise, can mend: the file is shown with them. */
const mendable: readonly ProblemId[] = [
	'oneColumn',
	'noCustomerColumn',
	'noTimeColumn',
	'noAmountColumn',
	'badDates',
	'badNumbers',
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

const about = (personal: PersonalKind | null | undefined) => (personal ? { personal } : {});

/** Roles of columns that name things rather than people, whatever their header. */
const named: readonly ColumnRole[] = [
	'order',
	'product',
	'description',
	'country',
	'status',
	'currency',
	'category',
	'channel',
	'discount',
	'campaign',
	'event',
	'page',
	'session'
];

/** A cell of a column as it may be shown. */
type Masker = (text: string, column: number) => string;

function summary({ orders, dates, numbers }: OrderLog, mask: Masker): FileView['log'] {
	const { time, price, amount, quantity } = orders.roles;
	const quoted = (examples: readonly BadCell[], columns: readonly (number | undefined)[]) =>
		examples.map(({ row, value }) => ({ row, value: columns.reduce<string>((text, j) => mask(text, j ?? -1), contactsMasked(value)) }));
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
		currency: orders.currency,
		otherCurrency: orders.otherCurrency?.reduce((sum, other) => sum + other, 0) ?? 0,
		firstDay: Math.floor(first / dayMs),
		lastDay: Math.floor(last / dayMs),
		dates: { ...dates, examples: quoted(dates.examples, [time]) },
		numbers: { ...numbers, examples: quoted(numbers.examples, [quantity, price ?? amount]) }
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
	if (header && roles.order === undefined && campaignsIn(columns, schema, roles.customer) !== null) return 'campaigns';
	return isPeople(columns, schema, rows, roles, header) ? 'people' : 'orders';
}

function campaignRoles(columns: readonly string[], schema: readonly Inferred[], customer: number | undefined): ColumnRoles {
	const campaign = campaignsIn(columns, schema, customer);
	return { ...(customer === undefined ? {} : { customer }), ...(campaign === null ? {} : { campaign }) };
}

const notesOn = ({ source: { quirks }, roles }: Candidate): OriginNote[] =>
	originNotes.filter((note) =>
		note === 'perOrder' ? quirks.amountPerOrder : note === 'refund' ? roles.refund !== undefined : quirks[note]
	);

/** One table of a file, as the Data cell reads it. */
export interface FileRead {
	readonly output: Workspace;
	readonly view: FileView;
	/** Null for people and events, and while the columns do not yet make an order log. */
	readonly log: OrderLog | null;
	/** What has to be chosen before the table can be used. */
	readonly blocked?: Problem;
	/** Its rows with texts beyond the last column, as they stand in the file. */
	long(words: RowFileWords, signal: AbortSignal): Promise<Blob>;
	/** Other parts of the file that hold more of the same table. */
	readonly alike: readonly string[];
	readonly source: RowReader;
	/** Hides what is personal in a cell of the table. */
	readonly mask: Masker;
}

/** The bytes of a source; null where the person has not opened the file in this visit. */
export async function fileOf(ctx: RunContext, source: Source): Promise<File | null> {
	return source.kind === 'sample' ? sample(source.name, sampleSeed) : (ctx.file(source.id) ?? null);
}

/**
 * Reads a file under the choices made for it.
 * @param of place of its choices among `filesOf` the params
 * @param currency ISO 4217 code that the person chose
 * @throws Problem as readFile does
 */
export async function readOne(file: File, params: FileParams, of: number, currency: string | null, task: Task): Promise<FileRead> {
	const { part, encoding, delimiter, header } = params;
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
				: kind === 'campaigns'
					? campaignRoles(columns, schema, guessed.customer)
					: id === null
						? {}
						: { customer: id };
	const roles = usable(params.roles ?? found, columns.length);
	const personal: (PersonalKind | null)[] = [];
	for (const [j, column] of table.columns.entries()) {
		await task.breathe();
		const role = columnRoles.find((name) => roles[name] === j);
		personal.push(personalInFile(column, schema[j]!.type, role !== undefined && named.includes(role)));
	}
	const mask: Masker = (text, j) => {
		if (personal[j]) return masked(text, personal[j]);
		// The digits of a number are no phone number, but what does not fit in its column may be an e-mail.
		return schema[j]?.type.kind === 'number' && !text.includes('@') ? text : contactsMasked(text);
	};
	const customer = roles.customer ?? -1;
	// Rows without that id are named by another column of the same export.
	const others = (schema[customer]?.missing ?? 0) > 0 ? (origin?.identity ?? []) : [];
	const idKind = [customer, ...others].map((j) => personal[j]).find((kind) => kind);
	const shown = {
		of,
		part: read.parts.length > 1 ? table.name : null,
		headerHash: shape.header ? hash(JSON.stringify(columns)) : null,
		file: table.name,
		parts: read.parts,
		bytes: file.size,
		rows: table.rows,
		columns: schema.map((column, j) => summaryOf(columns[j]!, column, personal[j]!, (text) => mask(text, j))),
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
		unsureDates: unsureDates(table, schema),
		unsure: recognised.kind === 'unsure' ? recognised.candidates.map(({ source }) => source.name) : []
	};
	const { alike } = read;
	const written = params.source.kind === 'sample' ? null : writtenDay(file);
	const source = rowReader(table);
	const long = (words: RowFileWords, signal: AbortSignal) =>
		rowFile({ columns, rows: table.rows, source }, [], (row) => (table.notes.long.has(row + 1) ? [] : null), words, signal);
	const held = { alike, source, mask, long };
	if ((kind === 'people' || kind === 'campaigns') && !(recognised.kind === 'refused' && params.kind === null)) {
		const read = peopleFrom(table, schema, roles.customer ?? null, written);
		const told = { ...read, columns: read.columns.map((column) => ({ ...column, ...about(personal[column.at]) })) };
		const campaign = kind === 'campaigns' && read.named ? roles.campaign : undefined;
		const people = campaign === undefined ? told : byCampaign(told, campaign);
		const { noId, repeatedId } = peopleLedger(people);
		const holds = {
			customers: people.rows - noId - repeatedId,
			repeated: repeatedId,
			nameless: noId,
			campaigns: campaign === undefined ? null : schema[campaign]!.distinct
		};
		const output = {
			orders: null,
			events: null,
			people: { ...people, ...(idKind ? { idKind } : {}) }
		};
		return { output, view: { ...shown, log: null, people: holds, events: null }, log: null, ...held };
	}
	try {
		if (columns.length === 1 && layout)
			throw new Problem('oneColumn', {
				file: table.name,
				delimiter: layout.delimiter === '\t' ? 'tab' : layout.delimiter,
				header: columns[0]!
			});
		if (recognised.kind === 'refused' && params.kind === null && !params.roles) {
			const report = recognised.reason === 'totalsOnly' && isAnalyticsReport(table.notes.preamble);
			throw new Problem(report ? 'analyticsReport' : recognised.reason, { file: table.name });
		}
		if (kind === 'events') {
			const events = { ...(await eventsFrom(table, { roles, schema, origin }, task)), ...(idKind ? { idKind } : {}) };
			const holds = eventsSummary(events, guessed);
			return {
				output: { orders: null, people: null, events },
				view: { ...shown, log: null, people: null, events: holds },
				log: null,
				...held
			};
		}
		const log = await ordersFrom(table, { roles, schema, currency, origin, writtenDay: written }, task);
		const orders = idKind ? { ...log.orders, idKind } : log.orders;
		const view = { ...shown, log: summary(log, mask), people: null, events: null };
		return { output: { orders, people: null, events: null }, view, log: { ...log, orders }, ...held };
	} catch (cause) {
		if (!(cause instanceof Problem) || !mendable.includes(cause.id)) throw cause;
		return {
			output: { orders: null, people: null, events: null },
			view: { ...shown, log: null, people: null, events: null },
			log: null,
			blocked: quoting(cause, columns, mask),
			...held
		};
	}
}

/** Whether the lines above a header are those that the pages of Google Analytics 4 write above theirs. */
const isAnalyticsReport = (preamble: ReadingNotes['preamble']): boolean =>
	preamble.filter(([first]) => /^# ?-{8,}$/.test(first!.trim())).length >= 2;

/** The calendar day on which a file was last written, where the reader is. */
function writtenDay(file: File): number {
	const at = new Date(file.lastModified);
	return Math.floor(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / dayMs);
}

/** The columns of a table whose dates leave open what stands first, with the first date that reads in two ways. */
function unsureDates(table: TextTable, schema: readonly Inferred[]): UnsureDates | null {
	const columns = schema.flatMap(({ type, filled }, j) => (type.kind === 'time' && !type.certain && filled > 0 ? [j] : []));
	for (const j of columns) {
		const { texts } = table.columns[j]!;
		for (let i = 1; i < texts.count; i++) {
			const text = textAt(texts, i).trim();
			const [dmy, mdy] = [parseTime(text, 'dmy'), parseTime(text, 'mdy')].map((at) => Math.floor(at / dayMs)) as [number, number];
			if (dmy !== mdy && !Number.isNaN(dmy + mdy)) return { columns, text, dmy, mdy };
		}
	}
	return null;
}

const summaryOf = (
	name: string,
	{ type, filled, distinct, missing, bad, badExamples }: Inferred,
	personal: PersonalKind | null,
	mask: (text: string) => string
): ColumnSummary => ({
	name,
	type,
	filled,
	distinct,
	missing,
	bad,
	personal,
	badExamples: badExamples.slice(0, 3).map(({ text }) => mask(text))
});

/** A problem that quotes a cell, or a whole line taken for a header, without the personal data in it. */
function quoting({ id, facts }: Problem, columns: readonly string[], mask: Masker): Problem {
	const column = columns.indexOf(String(facts['column']));
	const hidden = (name: string) => (typeof facts[name] === 'string' ? { [name]: contactsMasked(mask(facts[name], column)) } : {});
	return new Problem(id, { ...facts, ...hidden('value'), ...hidden('header') });
}

const notesOf = ({ preamble, description, totals, blank, short, long, openQuotes }: ReadingNotes): DataNotes => ({
	preamble: preamble.map((row) => contactsMasked(row.filter((cell) => cell.trim() !== '').join(' '))),
	description: description !== null,
	totals: totals.length,
	blank,
	short: short.count,
	shortRows: short.rows.slice(0, 5),
	long: long.size,
	longRows: [...long.keys()].slice(0, 5),
	openQuotes: openQuotes.slice(0, 5)
});
