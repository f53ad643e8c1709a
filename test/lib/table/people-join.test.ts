import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, joinTables } from '../../../src/lib/table/people-join.js';
import { idKey, makePeople, peopleLedger, type People, type PeopleColumn } from '../../../src/lib/table/people.js';
import { namingTables, presenceIn } from '../../../src/lib/table/presence.js';
import { columnOf } from '../features/people.js';

type Cell = number | boolean | Date | string | null;

/** A table of people as a file would give it: its rows can be read again. */
function tableOf(file: string, ids: readonly string[], columns: Readonly<Record<string, readonly Cell[]>>): People {
	const made: PeopleColumn[] = [
		columnOf('id', 0, ids, { role: 'id' }),
		...Object.entries(columns).map(([name, cells], j) => columnOf(name, j + 1, cells))
	];
	const written = ids.map((id, i) => [id, ...Object.values(columns).map((cells) => String(cells[i] ?? ''))]);
	return makePeople({
		file,
		rows: ids.length,
		ids,
		columns: made,
		source: { rows: (from, to) => Promise.resolve(written.slice(from, to)) }
	});
}
const values = (column: PeopleColumn): (string | number | null)[] =>
	'codes' in column
		? Array.from(column.codes, (code) => column.categories[code] ?? null)
		: Array.from(column.values, (v) => (Number.isNaN(v) ? null : v));

const crm = tableOf('crm.csv', ['a', 'b', 'b', '', 'c'], { city: ['Huế', 'Vinh', 'Huế', 'Huế', 'Vinh'], age: [30, 40, 41, 50, 60] });
const survey = tableOf('survey.csv', ['C', 'b', 'd', 'b '], { score: [1, 2, 3, 4], city: ['x', 'y', 'z', 'w'] });

describe('joining tables of people', () => {
	const joined = joinTables(groupsOf([crm, survey]));
	it('gives each person one row, with the columns of both side by side', async () => {
		expect(joined.ids).toEqual(['a', 'b', 'b', '', 'c', 'C', 'd', 'b']);
		expect([...joined.aside]).toEqual([0, 0, 2, 1, 0, 0, 0, 2]);
		expect(joined.columns.map(({ name, at }) => [name, at])).toEqual([
			['id', 0],
			['city', 1],
			['age', 2],
			['id (survey.csv)', 3],
			['score', 4],
			['city (survey.csv)', 5]
		]);
		expect(values(joined.columns[2]!)).toEqual([30, 40, 41, 50, 60, null, null, null]);
		expect(values(joined.columns[4]!)).toEqual([null, 2, null, null, null, 1, 3, 4]);
		expect(await joined.source.rows(1, 3)).toEqual([
			['b', 'Vinh', '40', 'b', '2', 'y'],
			['b', 'Huế', '41', '', '', '']
		]);
		expect([1, 2, 6, 7].map((row) => joined.source.at!(row))).toEqual([
			{ file: 'crm.csv', row: 2 },
			{ file: 'crm.csv', row: 3 },
			{ file: 'survey.csv', row: 3 },
			{ file: 'survey.csv', row: 4 }
		]);
	});
	it('finds e-mails however their capitals are written, and no other id so', () => {
		const [a, b] = [tableOf('a.csv', ['Ann@x.vn', 'K1'], { x: [1, 2] }), tableOf('b.csv', ['ann@X.vn', 'k1'], { y: [3, 4] })];
		const both = joinTables(groupsOf([a, b]));
		expect(both.ids).toEqual(['Ann@x.vn', 'K1', 'k1']);
		expect(values(both.columns[3]!)).toEqual([3, null, 4]);
	});
	it('puts tables with the same columns one below the other; the first row of an id counts', async () => {
		const [may, june] = [
			tableOf('may.csv', ['a', 'b'], { n: [1, 2], tag: ['x', 'y'] }),
			tableOf('june.csv', ['b', 'c'], { n: [3, 4], tag: ['y', 'z'] })
		];
		const [all, ...others] = groupsOf([may, june]);
		expect(others).toEqual([]);
		expect(peopleLedger(all!)).toEqual({ noId: 0, repeatedId: 1, samePerson: 0 });
		expect(all!.columns.slice(1).map(values)).toEqual([
			[1, 2, 3, 4],
			['x', 'y', 'y', 'z']
		]);
		expect(all!.source.at!(2)).toEqual({ file: 'june.csv', row: 1 });
		expect(await all!.source.rows(1, 3)).toEqual([
			['b', '2', 'y'],
			['b', '3', 'y']
		]);
	});
	it('keeps apart ids that are names of properties, or one another as numbers', () => {
		const ids = ['constructor', '__proto__', 'toString', '10', '010', '1e1', 'x-y', 'x_y', '-'];
		const [a, b] = [tableOf('a.csv', ids, { n: ids.map((_, i) => i) }), tableOf('b.csv', ids.toReversed(), { m: ids.map((_, i) => i) })];
		const both = joinTables(groupsOf([a, b]));
		expect(both.ids).toEqual(ids);
		expect(values(both.columns[1]!)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
		expect(values(both.columns[3]!)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
	});
	it('joins and stacks more rows than a call takes arguments', () => {
		const ids = Array.from({ length: 200_000 }, (_, i) => `c${i}`);
		const half = Array.from({ length: 200_000 }, (_, i) => `c${i + 100_000}`);
		const [a, b] = [tableOf('a.csv', ids, { n: ids.map((_, i) => i) }), tableOf('b.csv', half, { m: half.map((_, i) => i) })];
		expect(joinTables(groupsOf([a, b])).ids).toHaveLength(300_000);
		const more = tableOf('c.csv', half, { n: half.map((_, i) => i) });
		expect(peopleLedger(groupsOf([a, more])[0]!).repeatedId).toBe(100_000);
	});
	it('makes texts of a column that is a number in one file and a text in another, and passes over an empty one', () => {
		const [a, b, c] = [
			tableOf('a.csv', ['1', '2'], { n: [1, 2.5] }),
			tableOf('b.csv', ['3', '4'], { n: ['many', 'few'] }),
			tableOf('c.csv', ['5', '6'], { n: [null, null] })
		];
		expect(values(groupsOf([a, b, c])[0]!.columns[1]!)).toEqual(['1', '2.5', 'many', 'few', null, null]);
		expect(groupsOf([a, c])[0]!.columns[1]!.kind).toBe('number');
	});
	it('never multiplies: as many people as different ids, each with the values of its own rows', () => {
		const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e@x', 'E@X', ''), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(ids, ids, ids, (one, two, three) => {
				const tables = [one, two, three].map((list, t) => tableOf(`${t}.csv`, list, { [`v${t}`]: list.map((_, row) => 100 * t + row) }));
				const all = joinTables(groupsOf(tables));
				const keys = new Set([...one, ...two, ...three].filter((id) => id !== '').map(idKey));
				const kept = [...all.aside.keys()].filter((row) => all.aside[row] === 0);
				expect(new Set(kept.map((row) => idKey(all.ids[row]!)))).toEqual(keys);
				expect(kept).toHaveLength(keys.size);
				// Every row of every file is there once: under its person, or set aside.
				expect(
					all.columns
						.filter(({ name }) => name.startsWith('v'))
						.flatMap(values)
						.filter((value) => value !== null)
				).toHaveLength(one.length + two.length + three.length);
				for (const row of kept) {
					tables.forEach((table, t) => {
						const first = table.ids.findIndex((id) => idKey(id) === idKey(all.ids[row]!));
						expect(values(all.columns.find(({ name }) => name === `v${t}`)!)[row]).toBe(first < 0 ? null : 100 * t + first);
					});
				}
			}),
			{ numRuns: 100 }
		);
	});
});

describe('the customers that several tables name', () => {
	it('are counted once, with the tables that have them', () => {
		const tables = namingTables(null, [crm, survey], null);
		const { ids, marks } = presenceIn(tables);
		expect(ids).toEqual(['a', 'b', 'c', 'C', 'd']);
		expect([...marks]).toEqual([1, 3, 1, 2, 2]);
	});
});
