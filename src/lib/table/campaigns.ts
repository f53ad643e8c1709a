import { fold } from './fold.js';
import { joinTables, picked } from './people-join.js';
import { idKey, makePeople, type People, type PeopleColumn } from './people.js';
import type { Contacts } from './contacts.js';
import type { Dictionary } from './orders.js';
import type { Inferred } from './types.js';

/** Names of the column that names a campaign, and of what people did with it, as `fold` writes them; in English, Vietnamese and Malay. */
const campaignNames = /^(campaign|campaignname|campaigntitle|emailname|mailing|chiendich|tenchiendich|kempen|namakempen)$/;
const answers =
	/^(is|has|did|da|telah)?(sent|delivered|open|opened|click|clicked|response|responded|respond|converted|conversion|purchased|redeemed|bounced|unsubscribed|replied|gui|mo|momail|nhap|bam|phanhoi|chuyendoi|mua|dibuka|buka|klik|diklik|respons|beli|membalas|dihantar)$/;
/** With more campaigns than this their answers are too many columns to be read. */
const mostCampaigns = 24;

/** The column that names the campaign of each row, or −1. */
const campaignColumn = (columns: readonly string[]): number => columns.findIndex((name) => campaignNames.test(fold(name)));

/**
 * The column of campaigns in a table that has a row for each customer and campaign; null where it is no such table: where nobody comes
 * back, no column says what people did, or there are more than 24 campaigns.
 * @param customer position of the column that names customers
 */
export function campaignsIn(columns: readonly string[], schema: readonly Inferred[], customer: number | undefined): number | null {
	const at = campaignColumn(columns);
	if (at < 0 || customer === undefined || at === customer) return null;
	const { distinct, filled } = schema[customer]!;
	const answered = columns.some((name, j) => j !== at && j !== customer && answers.test(fold(name)));
	return answered && distinct < 0.98 * filled && schema[at]!.distinct <= mostCampaigns ? at : null;
}

const ofRows = ({ codes, values }: Dictionary, rows: Int32Array): Dictionary => ({ codes: rows.map((row) => codes[row]!), values });

/** The rows of one campaign as a table of people, their columns named after it. */
function oneCampaign(people: People, campaign: string, rows: Int32Array, without: number): People {
	const { source } = people;
	const kept = people.columns.filter(({ at }) => at !== without);
	const contacts = (): Contacts | null => {
		const all = people.contacts?.();
		return all ? { emails: all.emails.map((of) => ofRows(of, rows)), phones: all.phones.map((of) => ofRows(of, rows)) } : null;
	};
	const beyond = (row: number) => source.beyond!(rows[row]!);
	return makePeople({
		file: people.file,
		rows: rows.length,
		ids: Array.from(rows, (row) => people.ids[row]!),
		columns: kept.map((column, at) => ({ ...picked(column, rows), name: `${campaign}: ${column.name}`, at })),
		contacts,
		writtenDay: people.writtenDay,
		source: {
			rows: (from, to) =>
				Promise.all(
					Array.from(rows.subarray(from, to), async (row) => {
						const [cells] = await source.rows(row, row + 1);
						return kept.map(({ at }) => cells![at]!);
					})
				),
			at: (row) => source.at?.(rows[row]!) ?? { file: people.file, row: rows[row]! + 1 },
			...(source.beyond ? { beyond } : {})
		}
	});
}

/** Customers in several campaigns who must agree before a column is taken to be about them. */
const fewWitnesses = 5;

/** Whether a column says one thing of each customer, whatever the campaign, as a city does: two values at least, over enough customers. */
function isOfPerson(people: People, column: PeopleColumn): boolean {
	if (column.role === 'id') return true;
	if (answers.test(fold(column.name))) return false;
	const known = new Map<string, number>();
	const again = new Set<string>();
	const met = new Set<number>();
	for (let row = 0; row < people.rows; row++) {
		const value = 'codes' in column ? column.codes[row]! : column.values[row]!;
		const id = idKey(people.ids[row]!);
		if (id === '' || Number.isNaN(value) || value === -1) continue;
		const before = known.get(id);
		if (before === undefined) known.set(id, value);
		else if (before !== value) return false;
		else {
			again.add(id);
			met.add(value);
		}
	}
	return again.size >= fewWitnesses && met.size > 1;
}

/** What the first of some columns says in each row; they are one column of the file, with the same categories. */
function firstOf(columns: readonly PeopleColumn[]): PeopleColumn {
	const [first] = columns as [PeopleColumn];
	const rows = 'codes' in first ? first.codes.length : first.values.length;
	if ('codes' in first) {
		const codes = columns.map((column) => ('codes' in column ? column.codes : first.codes));
		return { ...first, codes: Int32Array.from({ length: rows }, (_, row) => codes.find((of) => of[row]! >= 0)?.[row] ?? -1) };
	}
	const values = columns.map((column) => ('values' in column ? column.values : first.values));
	return { ...first, values: Float64Array.from({ length: rows }, (_, row) => values.find((of) => !Number.isNaN(of[row]!))?.[row] ?? NaN) };
}

/** The joined campaigns with what is of the person, and stands in each of them, once and in front. */
function personOnce(joined: People, kept: readonly PeopleColumn[], ofPerson: readonly boolean[]): People {
	const width = kept.length;
	const inEach = (k: number) => joined.columns.flatMap(({ at }) => (at % width === k ? [at] : []));
	const places = [
		...kept.flatMap((_, k) => (ofPerson[k] ? [inEach(k)] : [])),
		...joined.columns.flatMap(({ at }) => (ofPerson[at % width] ? [] : [[at]]))
	];
	return {
		...joined,
		columns: places.map((from, at) => {
			const { name, ...column } = firstOf(from.map((place) => joined.columns[place]!));
			return { ...column, name: ofPerson[from[0]! % width] ? kept[from[0]! % width]!.name : name, at } as PeopleColumn;
		}),
		source: {
			...joined.source,
			rows: async (from, to) =>
				(await joined.source.rows(from, to)).map((cells) => places.map((at) => at.map((j) => cells[j]!).find((cell) => cell !== '') ?? ''))
		}
	};
}

/**
 * A table with a row for each customer and campaign as one with a row for each customer: what is said of a campaign stands in columns of
 * its own, such as `Tết: Opened`, and is empty for whom it was not sent to; what is said of the person, such as the id, stands once. Campaigns stand in the order in which they are met. Of two rows
 * of one customer and campaign the first counts, and the other is set aside; rows without a customer are, too.
 * @param people one entry per row of the file
 * @param campaign position of the column of campaigns
 */
export function byCampaign(people: People, campaign: number): People {
	const column = people.columns.find(({ at }) => at === campaign)!;
	const nameOf = (row: number): string =>
		'codes' in column ? (column.categories[column.codes[row]!] ?? '') : Number.isNaN(column.values[row]!) ? '' : String(column.values[row]);
	const rows = new Map<string, number[]>();
	for (let row = 0; row < people.rows; row++) {
		const name = nameOf(row);
		const list = rows.get(name);
		if (list) list.push(row);
		else rows.set(name, [row]);
	}
	const joined = joinTables(
		[...rows].map(([name, list]) => oneCampaign(people, name === '' ? '–' : name, Int32Array.from(list), campaign))
	);
	const kept = people.columns.filter(({ at }) => at !== campaign);
	return personOnce(
		joined,
		kept,
		kept.map((one) => isOfPerson(people, one))
	);
}
