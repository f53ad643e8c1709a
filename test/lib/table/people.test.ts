import { describe, expect, it } from 'vitest';
import { idKey, peopleLedger, peopleReasons } from '../../../src/lib/table/people.js';
import { peopleOf } from '../features/people.js';

const reasonsOf = (aside: Uint8Array) => [...aside].map((reason) => (reason === 0 ? null : peopleReasons[reason - 1]));

describe('a table of people', () => {
	it('counts the first row of an id, and sets aside later ones and rows without an id', () => {
		const people = peopleOf({ n: [1, 2, 3, 4, 5, 6] }, [' 7', 'a@x.vn', '7 ', '', 'A@X.vn', 'B']);
		expect(reasonsOf(people.aside)).toEqual([null, null, 'repeatedId', 'noId', 'repeatedId', null]);
		expect(peopleLedger(people)).toEqual({ noId: 1, repeatedId: 2, samePerson: 0 });
		expect(people.ids).toEqual(['7', 'a@x.vn', '7', '', 'A@X.vn', 'B']);
		expect(people.named).toBe(true);
	});
	it('numbers its rows where the file has no ids', () => {
		const people = peopleOf({ n: [1, 2, 3] });
		expect(people).toMatchObject({ ids: ['1', '2', '3'], named: false });
		expect(peopleLedger(people)).toEqual({ noId: 0, repeatedId: 0, samePerson: 0 });
	});
});

describe('the key of an id', () => {
	it('passes over spaces around it, and over capitals of e-mails alone', () => {
		expect(['A7', ' a7 ', ' An@Shop.VN'].map(idKey)).toEqual(['A7', 'a7', 'an@shop.vn']);
	});
});
