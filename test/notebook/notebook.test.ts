import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/lib/problem.js';
import { inputsOf, newNotebook, readNotebook, writeNotebook } from '../../src/notebook/notebook.js';

const problemOf = (text: string): Problem => {
	try {
		readNotebook(text, 'file.json');
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
	throw new Error('The notebook was read');
};
const saved = (change: (notebook: Record<string, never> & { cells: Record<string, never>[] }) => void): string => {
	const raw = JSON.parse(writeNotebook(newNotebook())) as Parameters<typeof change>[0];
	change(raw);
	return JSON.stringify(raw);
};

describe('a new notebook', () => {
	it('binds every input to the nearest cell above that makes its kind, and optional ones to cells below where none above does', () => {
		const bound = Object.fromEntries(newNotebook().cells.map(({ id, inputs }) => [id, inputs]));
		expect(bound).toEqual({
			data: {},
			prepare: { table: 'data' },
			features: { table: 'prepare' },
			rfm: { customers: 'features' },
			embed: { customers: 'features' },
			segments: { customers: 'features', points: 'embed' },
			map: { points: 'embed', segments: 'segments', customers: 'features', scores: 'predict', values: 'value' },
			profile: { customers: 'features', segments: 'segments', values: 'value', scores: 'predict' },
			predict: { customers: 'features' },
			value: { customers: 'features' },
			export: { customers: 'features', rfm: 'rfm', segments: 'segments', scores: 'predict', values: 'value' }
		});
	});
	it('reads the embedding only where the segments are measured on it', () => {
		const segments = newNotebook().cells.find(({ type }) => type === 'segments')!;
		expect(inputsOf(segments)).toEqual({ customers: 'features' });
		expect(inputsOf({ ...segments, params: { ...segments.params, space: 'embedding' } })).toEqual({
			customers: 'features',
			points: 'embed'
		});
	});
});

describe('a saved notebook', () => {
	it('comes back as it was', () => {
		const notebook = { ...newNotebook(7), title: 'Khách hàng mùa thu' };
		expect(readNotebook(writeNotebook(notebook), 'x')).toEqual(notebook);
	});
	it('fills in choices that it does not name', () => {
		const text = saved(({ cells }) => cells.forEach((cell) => Object.assign(cell, { params: {} })));
		expect(readNotebook(text, 'x')).toEqual(newNotebook());
	});
	it.each([
		['text that is no JSON', '{"format": "tess'],
		['another kind of file', '{"format": "other"}'],
		['a list', '[]'],
		['nothing', 'null']
	])('is not mistaken for %s', (_what, text) => {
		expect(problemOf(text).id).toBe('notebookForeign');
	});
	it('of a newer format is refused by name', () => {
		expect(problemOf(saved((raw) => Object.assign(raw, { version: 99 })))).toMatchObject({ id: 'notebookNewer', facts: { version: 99 } });
	});
	it.each<[string, Parameters<typeof saved>[0], string]>([
		['an unknown cell type', ({ cells }) => Object.assign(cells[3]!, { type: 'mining' }), 'cells.rfm'],
		['two cells of one id', ({ cells }) => Object.assign(cells[3]!, { id: 'data' }), 'cells.data'],
		['a choice of the wrong kind', ({ cells }) => Object.assign(cells[4]!, { params: { steps: 'many' } }), 'cells.embed.steps'],
		['a choice out of bounds', ({ cells }) => Object.assign(cells[4]!, { params: { steps: 1e9 } }), 'cells.embed.steps'],
		['an input from below', ({ cells }) => Object.assign(cells[1]!, { inputs: { table: 'features' } }), 'cells.prepare.inputs.table'],
		['an input of another kind', ({ cells }) => Object.assign(cells[3]!, { inputs: { customers: 'data' } }), 'cells.rfm.inputs.customers'],
		['an input that is missing', ({ cells }) => Object.assign(cells[1]!, { inputs: {} }), 'cells.prepare.inputs.table'],
		['a seed that is no number', (raw) => Object.assign(raw, { seed: null }), 'seed'],
		['an endless title', (raw) => Object.assign(raw, { title: 'x'.repeat(5000) }), 'title']
	])('with %s is refused, naming the place', (_what, change, place) => {
		expect(problemOf(saved(change))).toMatchObject({ id: 'notebookBroken', facts: { file: 'file.json', detail: place } });
	});
	it('cannot reach the prototype of anything', () => {
		const text = saved(() => undefined).replace('"params":{', '"params":{"__proto__":{"polluted":true},');
		try {
			readNotebook(text, 'x');
		} catch (error) {
			expect(error).toBeInstanceOf(Problem);
		}
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});
});
