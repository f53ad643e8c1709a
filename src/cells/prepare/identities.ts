import { shownId } from '../../lib/features/customers.js';
import { csvStyle, writeCsv, type CsvCell } from '../../lib/export/csv.js';
import { identitiesOf, mergedInto, proofs, type Alias, type Identities, type Proof } from '../../lib/table/identities.js';
import { masked } from '../../lib/table/mask.js';
import { idTables } from '../../lib/table/merge.js';
import type { Orders } from '../../lib/table/orders.js';
import type { PersonalKind } from '../../lib/table/personal.js';
import type { Workspace } from '../../lib/table/workspace.js';
import type { Task } from '../../lib/task.js';
import type { AuditRequest, IdentitiesView } from './spec.js';

const shown = 6;
const shownIds = 4;

/** The last look at a workspace: choosing what to do with what was found must not repeat it. */
const remembered = new WeakMap<Workspace, Map<boolean, Identities | null>>();

/** Which ids of a workspace are one person (`identitiesOf`). */
export async function identitiesIn(table: Workspace, gmailDots: boolean, task: Task): Promise<Identities | null> {
	const known = remembered.get(table) ?? new Map<boolean, Identities | null>();
	remembered.set(table, known);
	if (!known.has(gmailDots)) known.set(gmailDots, await identitiesOf(idTables(table), gmailDots, task));
	return known.get(gmailDots)!;
}

/** Different orders of each of some ids, of rows that take part; a row without an order counts as one. */
function orderCounts(orders: Orders | null, ids: ReadonlySet<string>): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	if (!orders) return counts;
	const wanted = orders.customer.values.map((id) => ids.has(id));
	const seen = new Set<number>();
	const customers = wanted.length;
	for (let row = 0; row < orders.rows; row++) {
		const code = orders.customer.codes[row]!;
		if (code < 0 || !wanted[code] || orders.aside[row] !== 0) continue;
		const order = orders.order ? orders.order.codes[row]! : -1;
		if (order >= 0) {
			if (seen.has(order * customers + code)) continue;
			seen.add(order * customers + code);
		}
		const id = orders.customer.values[code]!;
		counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return counts;
}

/**
 * What was found, for the page, and the list of it to download, in which nothing is masked. `orders` are the prepared ones, under the ids
 * of the file; `idKind` says what personal data the ids are.
 */
export function identitiesAudit(found: Identities, orders: Orders | null, idKind: PersonalKind | undefined) {
	const into = mergedInto(found);
	const ids = new Set(found.people.flatMap(({ id, others }) => [id, ...others.map((other) => other.id)]));
	const counts = orderCounts(orders, ids);
	const of = ({ id, by }: Alias, reveal: boolean) => ({
		id: shownId(id, idKind, reveal),
		by: proofs.filter((proof) => by[proof] !== undefined),
		orders: orders && (counts.get(id) ?? 0)
	});
	const valueShown = (kind: Proof, value: string, reveal: boolean) =>
		kind === 'device' ? shownId(value, undefined, reveal) : reveal ? value : masked(value, kind);
	const view = (reveal: boolean): IdentitiesView => ({
		people: found.people.length,
		ids: into.size,
		first: found.people.slice(0, shown).map((person) => ({
			...of(person, reveal),
			others: person.others.slice(0, shownIds).map((other) => of(other, reveal)),
			more: Math.max(0, person.others.length - shownIds)
		})),
		apart: found.apart
			.slice(0, shown)
			.map(({ kind, value, ids: own, why }) => ({ kind, value: valueShown(kind, value, reveal), n: own.length, why })),
		apartCount: found.apart.length
	});
	const csv = ({ locale, header, proofNames, becomes, apartNames }: AuditRequest): Blob => {
		function* lines(): Generator<CsvCell[]> {
			for (const { id, others } of found.people) {
				for (const other of others) {
					const by = proofs.filter((proof) => other.by[proof] !== undefined);
					const what = by.map((proof) => proofNames[proof]).join(', ');
					yield [other.id, id, becomes, what, by.map((proof) => other.by[proof]).join(', '), orders ? (counts.get(other.id) ?? 0) : null];
				}
			}
			for (const { kind, value, ids: own, why } of found.apart)
				for (const id of own) yield [id, id, apartNames[why], proofNames[kind], value, orders && counts.has(id) ? counts.get(id)! : null];
		}
		return new Blob([...writeCsv(header, lines(), csvStyle(locale))], { type: 'text/csv' });
	};
	return { into, view, csv };
}
