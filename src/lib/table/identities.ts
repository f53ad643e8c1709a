import { pause, type Task } from '../task.js';
import { emailKey, homeOf, phoneKey, type Contacts } from './contacts.js';
import type { Dictionary } from './orders.js';

/** What tells that two ids are one person, the surest first. */
export const proofs = ['email', 'phone', 'device'] as const;
export type Proof = (typeof proofs)[number];

/** Why a value that several ids have in common merges nobody. */
export const apartReasons = ['crowd', 'manyPhones', 'severalEmails', 'severalUsers'] as const;
export type ApartReason = (typeof apartReasons)[number];

/** An id that is another spelling, or another account, of a person. */
export interface Alias {
	readonly id: string;
	/** What it has in common with the others of the person: the value of each, as `emailKey` and `phoneKey` write it. */
	readonly by: Readonly<Partial<Record<Proof, string>>>;
}

/** A person who stands in the data under several ids. */
export interface Person {
	/** The id that stays: the one that comes first. */
	readonly id: string;
	readonly by: Alias['by'];
	readonly others: readonly Alias[];
}

/** A value that several ids have in common and that is no proof. */
export interface Apart {
	readonly kind: Proof;
	readonly value: string;
	readonly ids: readonly string[];
	readonly why: ApartReason;
}

export interface Identities {
	readonly people: readonly Person[];
	readonly apart: readonly Apart[];
}

/** The ids of a table, with what reaches the customer of each row. */
export interface IdTable {
	readonly ids: Dictionary;
	readonly contacts: Contacts | null;
}

/** More ids than this, and than this share of all, have a value in common that is not one person's: that of a counter, say. */
const [crowd, crowdShare] = [20, 0.01];
/** An e-mail that stands beside more phone numbers than this is that of whoever writes orders down. */
const mostPhones = 3;
const looked = 200;

interface Value {
	readonly kind: Proof;
	readonly text: string;
	readonly ids: Set<number>;
	/** Phone numbers on the rows of an e-mail. */
	readonly phones: Set<string>;
}

/** Ids that are contacts themselves, though their header does not say so. */
function asContacts({ values }: Dictionary): { email: boolean; phone: boolean } {
	const first = values.slice(0, looked);
	const most = (test: (text: string) => boolean) => first.length > 0 && first.filter(test).length > first.length / 2;
	return { email: first.some((text) => text.includes('@')), phone: most((text) => /^\s*(\+|0)\d[\d\s().-]{6,}$/.test(text)) };
}

/** The groups that a relation makes: each entry leads to its group's first. */
class Groups {
	private readonly parent: Int32Array;
	constructor(n: number) {
		this.parent = Int32Array.from({ length: n }, (_, i) => i);
	}
	find(i: number): number {
		while (this.parent[i] !== i) i = this.parent[i] = this.parent[this.parent[i]!]!;
		return i;
	}
	join(a: number, b: number): void {
		const [first, second] = [this.find(a), this.find(b)];
		this.parent[Math.max(first, second)] = Math.min(first, second);
	}
}

/**
 * Which ids are one person. Ids of all tables are told apart by their text; those are one person
 * - that stand beside, or are, the same e-mail address (`emailKey`), unless more than 20 ids and 1 % of all have it, or it stands beside
 *   more than three phone numbers;
 * - that stand beside, or are, the same phone number (`phoneKey`), unless as many ids have it, or two of them have different e-mail
 *   addresses: two people of a household, or the telephone of a counter;
 * - that came from the same device (Google Analytics: events before and after signing in), unless two who signed in there are not one.
 * Empty cells, masked ones and placeholders are no proof. Null where the tables hold neither e-mails nor phones nor devices; ids that are
 * plain numbers are not looked at.
 */
export async function identitiesOf(tables: readonly IdTable[], gmailDots: boolean, task: Task): Promise<Identities | null> {
	const ids: string[] = [];
	const known = new Map<string, number>();
	const values = new Map<string, Value>();
	const reached = tables.map(({ ids: own, contacts }) => {
		const self = asContacts(own);
		const emails = [...(contacts?.emails ?? []), ...(self.email ? [own] : [])];
		const phones = [...(contacts?.phones ?? []), ...(self.phone ? [own] : [])];
		return { own, emails, phones, device: contacts?.device ?? null };
	});
	if (reached.every(({ emails, phones, device }) => emails.length + phones.length === 0 && !device)) return null;
	const devices = new Set<string>();
	const home = homeOf(reached.flatMap(({ phones }) => phones.flatMap((column) => column.values.slice(0, looked * 10))));

	for (const { own, emails, phones, device } of reached) {
		const idOf = Int32Array.from(own.values, (id) => {
			const place = known.get(id) ?? ids.push(id) - 1;
			known.set(id, place);
			return place;
		});
		const valuesOf = (kind: Proof, column: Dictionary, key: (text: string) => string | null) => {
			const found = column.values.map((text): Value | null => {
				const written = key(text);
				if (written === null) return null;
				const value = values.get(`${kind} ${written}`) ?? { kind, text: written, ids: new Set(), phones: new Set() };
				values.set(`${kind} ${written}`, value);
				return value;
			});
			return { codes: column.codes, found, last: new Int32Array(found.length).fill(-1) };
		};
		device?.values.forEach((text) => devices.add(text));
		const reachedBy = [
			...emails.map((column) => valuesOf('email', column, (text) => emailKey(text, gmailDots))),
			...phones.map((column) => valuesOf('phone', column, (text) => phoneKey(text, home))),
			...(device ? [valuesOf('device', device, (text) => text)] : [])
		];
		await pause(task);
		for (let row = 0; row < own.codes.length; row++) {
			if (own.codes[row] === -1) continue;
			const id = idOf[own.codes[row]!]!;
			let email: Value | null = null;
			for (const { codes, found, last } of reachedBy) {
				const code = codes[row]!;
				const value = code < 0 ? null : found[code]!;
				if (!value) continue;
				if (value.kind === 'email') email = value;
				else if (value.kind === 'phone' && email && email.phones.size <= mostPhones) email.phones.add(value.text);
				if (last[code] === id) continue;
				last[code] = id;
				value.ids.add(id);
			}
			if ((row & 0xffff) === 0xffff) await pause(task);
		}
	}
	return decide(ids, [...values.values()], devices);
}

function decide(ids: readonly string[], values: readonly Value[], devices: ReadonlySet<string>): Identities {
	const groups = new Groups(ids.length);
	const isCrowd = ({ ids: own }: Value) => own.size > Math.max(crowd, crowdShare * ids.length);
	const proven: Value[] = [];
	const doubtful: { value: Value; why: ApartReason }[] = [];
	const all = (value: Value) => {
		const [first, ...rest] = value.ids;
		for (const other of rest) groups.join(first!, other);
		if (value.ids.size > 1) proven.push(value);
	};
	/** Whether ids are more than one person by what is known so far. */
	const several = (found: readonly number[]) => new Set(found.map((id) => groups.find(id))).size > 1;

	for (const value of values) {
		if (value.kind !== 'email') continue;
		if (isCrowd(value)) doubtful.push({ value, why: 'crowd' });
		else if (value.phones.size > mostPhones) doubtful.push({ value, why: 'manyPhones' });
		else all(value);
	}
	/** 1 for the first id of each group with an e-mail of its own. */
	const withEmail = new Uint8Array(ids.length);
	const shared = new Set(doubtful.map(({ value }) => value));
	for (const value of values) if (value.kind === 'email' && !shared.has(value)) for (const id of value.ids) withEmail[groups.find(id)] = 1;
	for (const value of values) {
		if (value.kind !== 'phone') continue;
		const known = [...value.ids].filter((id) => withEmail[groups.find(id)] === 1);
		if (isCrowd(value)) doubtful.push({ value, why: 'crowd' });
		else if (several(known)) doubtful.push({ value, why: 'severalEmails' });
		else {
			all(value);
			if (known.length > 0) withEmail[groups.find(known[0]!)] = 1;
		}
	}
	for (const value of values) {
		if (value.kind !== 'device') continue;
		if (several([...value.ids].filter((id) => !devices.has(ids[id]!)))) doubtful.push({ value, why: 'severalUsers' });
		else all(value);
	}

	const members = new Map<number, number[]>();
	const by = new Map<number, Partial<Record<Proof, string>>>();
	for (const value of proven) {
		for (const id of value.ids) {
			const root = groups.find(id);
			if (!by.has(id)) members.set(root, [...(members.get(root) ?? []), id]);
			by.set(id, { [value.kind]: value.text, ...by.get(id) });
		}
	}
	const people = [...members.values()].map((own): Person => {
		own.sort((a, b) => Number(devices.has(ids[a]!)) - Number(devices.has(ids[b]!)) || a - b);
		const [first, ...others] = own.map((id): Alias => ({ id: ids[id]!, by: by.get(id)! }));
		return { ...first!, others };
	});
	const apart = doubtful
		.filter(({ value }) => several([...value.ids]))
		.map(({ value, why }): Apart => ({ kind: value.kind, value: value.text, ids: Array.from(value.ids, (id) => ids[id]!), why }));
	return { people, apart };
}

/** The id that stays, for each id that is merged into it. */
export const mergedInto = ({ people }: Identities): ReadonlyMap<string, string> =>
	new Map(people.flatMap(({ id, others }) => others.map((other) => [other.id, id] as const)));

/** Ids with those that are merged written as the one that stays. */
export function mergedIds({ codes, values }: Dictionary, into: ReadonlyMap<string, string>): Dictionary {
	const places = new Map<string, number>();
	const kept: string[] = [];
	const codeOf = Int32Array.from(values, (value) => {
		const id = into.get(value) ?? value;
		const place = places.get(id) ?? kept.push(id) - 1;
		places.set(id, place);
		return place;
	});
	return { values: kept, codes: codes.map((code) => (code < 0 ? -1 : codeOf[code]!)) };
}
