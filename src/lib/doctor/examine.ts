import { headedPersonal } from '../table/personal.js';
import { contactsMasked, masked } from '../table/mask.js';
import { oddReasons, reasons, type Orders, type Reason, type Role } from '../table/orders.js';
import { peopleReasons, type People, type PeopleReason } from '../table/people.js';
import { bitOf, chosenReasons, dropping, fitting, lowestBit, type Choice, type ChosenReason, type Rules } from '../table/prepare.js';
import type { Workspace } from '../table/workspace.js';
import { pause, type Task } from '../task.js';
import { orderColumns, peopleColumns, type ColumnFinding } from './columns.js';
import type { Example } from './examples.js';
import { oddRows } from './odd-rows.js';
import { saysTest } from './test-words.js';

/** What takes part. `revenue` is in the currency of the orders. */
export interface Kept {
	readonly rows: number;
	readonly customers: number;
	readonly revenue: number;
}

/** Rows that a reason fits. */
export interface RowFinding {
	readonly of: 'orders' | 'people';
	readonly reason: Reason | PeopleReason;
	readonly rows: number;
	/** Customers these rows name. */
	readonly customers: number;
	/** Null where such rows cannot count. */
	readonly choice: Choice | null;
	readonly suggested: Choice | null;
	/** What would take part under the other choice; null where there is none. */
	readonly otherwise: Kept | null;
	readonly examples: readonly Example[];
}

export interface Examination {
	/** What takes part now; null without orders. */
	readonly kept: Kept | null;
	/** What is kept unless somebody chooses otherwise, but had better not be, comes first, and then what concerns most rows. */
	readonly rows: readonly RowFinding[];
	readonly columns: readonly ColumnFinding[];
}

/** Keeping is suggested of what is as often right as wrong. */
const suggestions: Readonly<Record<ChosenReason, Choice>> = {
	ruledOut: 'aside',
	overlap: 'aside',
	duplicate: 'keep',
	cancelled: 'aside',
	notPaid: 'aside',
	returned: 'aside',
	noPrice: 'aside',
	test: 'aside',
	strayDate: 'aside',
	repeatedLine: 'keep',
	outlier: 'keep',
	wholesale: 'keep'
};

const shown = 5;
/** The columns that show what is odd about a row; of several lists the first whose columns are there. */
const telling: Readonly<Record<Exclude<Reason, 'test' | 'ruledOut'>, readonly (readonly Role[])[]>> = {
	badTime: [['time']],
	badNumber: [['quantity', 'price'], ['quantity', 'amount'], ['price'], ['amount']],
	noCustomer: [['customer']],
	otherCurrency: [['currency'], ['price'], ['amount']],
	overlap: [['order', 'product'], ['order'], ['customer', 'time']],
	duplicate: [['order', 'product'], ['order'], ['customer', 'time']],
	cancelled: [['order', 'status'], ['order'], ['status']],
	notPaid: [['status']],
	returned: [['quantity'], ['price'], ['amount']],
	noPrice: [['price'], ['amount']],
	strayDate: [['time']],
	repeatedLine: [['order', 'product']],
	outlier: [['quantity', 'price'], ['quantity', 'amount'], ['price'], ['amount']],
	wholesale: [['customer']]
};

/**
 * Looks through a workspace for whatever may be wrong with it, and tells what each choice would change. Nothing is changed.
 * What does not depend on the choices is looked for once and held as long as the workspace is.
 */
export async function examine({ orders, people }: Workspace, rules: Rules, task: Task): Promise<Examination> {
	const columns = [...(orders ? await orderColumns(orders, task) : []), ...(people ? await peopleColumns(people, task) : [])];
	const found = orders && (await orderFindings(orders, rules, task));
	return { kept: found?.kept ?? null, rows: [...(found?.findings ?? []), ...(people ? peopleFindings(people) : [])], columns };
}

async function orderFindings(orders: Orders, rules: Rules, task: Task): Promise<{ kept: Kept; findings: RowFinding[] }> {
	const fits = fitting(orders, await oddRows(orders, oddReasons, task));
	await pause(task);
	const drops = dropping(rules);
	const { amount, customer } = orders;
	const { codes } = customer;
	const bought = new Uint32Array(customer.values.length);
	let [rows, revenue, customers] = [0, 0, 0];
	const counts = new Uint32Array(reasons.length);
	for (let row = 0; row < fits.length; row++) {
		for (let fit = fits[row]!; fit !== 0; fit &= fit - 1) counts[lowestBit(fit)]!++;
		if ((fits[row]! & drops) !== 0) continue;
		rows++;
		revenue += amount[row]!;
		if (bought[codes[row]!]!++ === 0) customers++;
	}
	const kept: Kept = { rows, customers, revenue };
	const findings: RowFinding[] = [];
	for (const [r, reason] of reasons.entries()) {
		if (counts[r] === 0) continue;
		await pause(task);
		const choice = choiceOf(reason, rules);
		const bit = bitOf(reason);
		/** Rows of each customer that the other choice would bring back or set aside. */
		const moved = new Uint32Array(choice === null ? 0 : bought.length);
		const named = new Uint8Array(bought.length);
		let [people, movedRows, movedRevenue, movedCustomers] = [0, 0, 0, 0];
		const first: number[] = [];
		for (let row = 0; row < fits.length; row++) {
			const fit = fits[row]!;
			if ((fit & bit) === 0) continue;
			const code = codes[row]!;
			const fresh = code >= 0 && named[code] === 0;
			if (fresh) {
				named[code] = 1;
				people++;
			}
			if (first.length < shown && (reason !== 'wholesale' || fresh)) first.push(row);
			if (choice === null || (fit & drops) !== (choice === 'aside' ? bit : 0)) continue;
			movedRows++;
			movedRevenue += amount[row]!;
			moved[code]!++;
			if (choice === 'aside' ? bought[code] === 0 && moved[code] === 1 : moved[code] === bought[code]) movedCustomers++;
		}
		const sign = choice === 'aside' ? 1 : -1;
		findings.push({
			of: 'orders',
			reason,
			rows: counts[r]!,
			customers: people,
			choice,
			suggested: choice && suggestions[reason as ChosenReason],
			otherwise: choice && {
				rows: rows + sign * movedRows,
				customers: customers + sign * movedCustomers,
				revenue: movedRows === rows && sign < 0 ? 0 : revenue + sign * movedRevenue
			},
			examples: await examplesOf(orders, reason, first)
		});
	}
	const asks = ({ reason, suggested }: RowFinding) => ((oddReasons as readonly string[]).includes(reason) && suggested === 'aside' ? 1 : 0);
	return { kept, findings: findings.sort((a, b) => asks(b) - asks(a) || b.rows - a.rows) };
}

const choiceOf = (reason: Reason, rules: Rules): Choice | null =>
	(chosenReasons as readonly Reason[]).includes(reason) ? (rules[reason as ChosenReason] ?? 'keep') : null;

async function examplesOf({ columns, roles, ruledBy, source }: Orders, reason: Reason, rows: readonly number[]): Promise<Example[]> {
	const examples: Example[] = [];
	const tellingColumns = (cells: readonly string[]): readonly number[] => {
		if (reason === 'ruledOut') return ruledBy ?? [];
		const at = reason === 'test' ? cells.findIndex((cell) => saysTest(cell.trim(), 'person')) : -1;
		const wanted = reason === 'test' ? [] : telling[reason].find((list) => list.every((role) => roles[role] !== undefined));
		return at >= 0 ? [at] : (wanted ?? ['customer' as const]).map((role) => roles[role]!);
	};
	for (const row of rows) {
		const [cells] = await source.rows(row, row + 1);
		if (!cells) continue;
		const shownColumns = tellingColumns(cells);
		examples.push({
			row: row + 1,
			column: shownColumns.map((j) => columns[j]).join(' · '),
			value: shownColumns.map((j) => shownCell(columns[j]!, cells[j] ?? '')).join(' · ')
		});
	}
	return examples;
}

/** A cell as it may be shown: masked where it names or reaches somebody. */
function shownCell(header: string, cell: string): string {
	const kind = headedPersonal(header);
	return kind ? masked(cell, kind) : contactsMasked(cell);
}

function peopleFindings({ aside, ids, columns }: People): RowFinding[] {
	const id = columns.find(({ role }) => role === 'id');
	const header = id?.name ?? '';
	return peopleReasons
		.map((reason, r): RowFinding => {
			const rows = [...aside.keys()].filter((row) => aside[row] === r + 1);
			return {
				of: 'people',
				reason,
				rows: rows.length,
				customers: new Set(rows.map((row) => ids[row]!).filter((name) => name !== '')).size,
				choice: null,
				suggested: null,
				otherwise: null,
				examples: rows.slice(0, shown).map((row) => ({ row: row + 1, column: header, value: shownCell(header, ids[row]!) }))
			};
		})
		.filter(({ rows }) => rows > 0);
}
