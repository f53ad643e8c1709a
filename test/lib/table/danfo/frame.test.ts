import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { customerFrame } from '../../../../src/lib/table/danfo/frame.js';

const ids = ['00123', '10', '9', '1E5', '12345678901234567890', '+84912345678', 'constructor', '__proto__', 'columns', 'NA', '-', 'x,y'];
const none = (n: number) => Array<number>(n).fill(NaN);

describe('a frame of customers', () => {
	it('holds ids as they are written, in their order', () => {
		expect(customerFrame(ids, []).page(0, ids.length)).toEqual(ids.map((id) => [id]));
	});
	it('holds numbers to the last bit, also where the first rows of a column have none', () => {
		const many = Array.from({ length: 60 }, (_, i) => `c${i}`);
		const late = Float64Array.from([...none(30), ...Array.from({ length: 30 }, (_, i) => 16_777_217 + i / 1024)]);
		const frame = customerFrame(many, [late, Float64Array.from(many, () => 0.1), Float64Array.from(none(60))]);
		expect(frame.page(0, 60)).toEqual(many.map((id, i) => [id, Number.isNaN(late[i]!) ? null : late[i], 0.1, null]));
	});
	it('gives the rows of a page by their place, whichever pages were looked at before', () => {
		const many = Array.from({ length: 500 }, (_, i) => `c${i}`);
		const frame = customerFrame(many, [Float64Array.from(many, (_, i) => i)]);
		const page = (from: number, to: number) => many.slice(from, to).map((id, i) => [id, from + i]);
		for (const [from, to] of [
			[100, 103],
			[0, 2],
			[499, 900],
			[100, 103]
		] as const)
			expect(frame.page(from, to)).toEqual(page(from, to));
		expect(frame.page(500, 520)).toEqual([]);
		expect(frame.page(7, 7)).toEqual([]);
	});
});

describe('Danfo.js', () => {
	it('makes a frame and takes a page of it, and is asked for nothing else', () => {
		const root = new URL('../../../../src/', import.meta.url);
		const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(ts|svelte)$/.test(path));
		const importing = sources.filter((path) => /from 'danfojs|import\('danfojs/.test(readFileSync(new URL(path, root), 'utf8')));
		expect(importing).toEqual(['lib/table/danfo/frame.ts']);
		const text = readFileSync(new URL(importing[0]!, root), 'utf8');
		expect(text.match(/import .* from 'danfojs';/g)).toEqual(["import { DataFrame } from 'danfojs';"]);
		expect(text.match(/frame\.\w+/g)).toEqual(['frame.iloc']);
	});
});
