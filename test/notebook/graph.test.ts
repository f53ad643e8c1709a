import { describe, expect, it } from 'vitest';
import { downstream, order } from '../../src/notebook/graph.js';
import { resultKey } from '../../src/notebook/key.js';

const nodes = [
	{ id: 'c', inputs: { from: 'b' } },
	{ id: 'a', inputs: {} },
	{ id: 'b', inputs: { left: 'a', right: 'd' } },
	{ id: 'd', inputs: {} }
];

describe('the graph of cells', () => {
	it('puts every cell after what it reads', () => {
		expect(order(nodes)).toEqual(['a', 'd', 'b', 'c']);
	});
	it('finds everything that reads a cell, directly or not', () => {
		expect([...downstream(nodes, 'd')].sort()).toEqual(['b', 'c']);
		expect([...downstream(nodes, 'c')]).toEqual([]);
	});
	it('refuses a cycle', () => {
		const cycle = [
			{ id: 'x', inputs: { a: 'y' } },
			{ id: 'y', inputs: { a: 'x' } }
		];
		expect(() => order(cycle)).toThrow(/Cycle/);
	});
});

describe('the key of a result', () => {
	it('is the same whatever the order of the choices', () => {
		expect(resultKey('t', 1, { a: 1, b: { c: 2, d: 3 } }, 0, { x: 'k', y: 'l' })).toBe(
			resultKey('t', 1, { b: { d: 3, c: 2 }, a: 1 }, 0, { y: 'l', x: 'k' })
		);
	});
	it('differs for another type, version, choice, seed or input', () => {
		const keys = [
			resultKey('t', 1, { a: 1 }, 0, { x: 'k' }),
			resultKey('u', 1, { a: 1 }, 0, { x: 'k' }),
			resultKey('t', 2, { a: 1 }, 0, { x: 'k' }),
			resultKey('t', 1, { a: 2 }, 0, { x: 'k' }),
			resultKey('t', 1, { a: 1 }, 1, { x: 'k' }),
			resultKey('t', 1, { a: 1 }, 0, { x: 'l' }),
			resultKey('t', 1, { a: 1 }, 0, { y: 'k' })
		];
		expect(new Set(keys).size).toBe(keys.length);
	});
	it('has no collision among 200,000 neighbouring choices', () => {
		const keys = new Set<string>();
		for (let i = 0; i < 200_000; i++) keys.add(resultKey('t', 1, { i }, 0, {}));
		expect(keys.size).toBe(200_000);
	});
});
