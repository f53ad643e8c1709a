import { describe, expect, it } from 'vitest';
import { joinPeople } from '../../../src/lib/features/join.js';
import { peopleOf } from './people.js';

describe('joining people to the customers of the orders', () => {
	const people = peopleOf({ n: [1, 2, 3, 4, 5] }, ['c2', 'c9', 'c1 ', 'c2', 'Mai@x.vn']);
	const { rows, report } = joinPeople(['c1', 'c2', 'c3', 'mai@X.vn'], people);
	it('gives each customer the first row of their id, and nobody two', () => {
		expect([...rows]).toEqual([2, 0, -1, 4]);
	});
	it('counts and names whoever is without a partner, on both sides', () => {
		expect(report).toEqual({
			customers: 4,
			matched: 3,
			withoutRow: { count: 1, first: ['c3'] },
			people: 4,
			withoutOrders: { count: 1, first: ['c9'] }
		});
	});
	it('keeps customers whose ids differ in capitals apart, each with the row', () => {
		const both = joinPeople(['mai@x.vn', 'MAI@x.vn'], people);
		expect([...both.rows]).toEqual([4, 4]);
		expect(both.report).toMatchObject({ customers: 2, matched: 2, people: 4, withoutOrders: { count: 3 } });
	});
});
