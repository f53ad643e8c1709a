import { describe, expect, it } from 'vitest';
import { moved, revealing, scrolledHeight, seen, stretch } from '../../src/ui/virtual.js';

describe.each([100, 541_909, 5_000_000])('a table of %i rows', (count) => {
	const rows = { count, rowHeight: 30, view: 240 };
	it('is no taller than a browser can draw, and its last row can be reached', () => {
		expect(scrolledHeight(rows)).toBeLessThanOrEqual(12_000_000);
		const end = (scrolledHeight(rows) - rows.view) * stretch(rows);
		expect(seen(rows, end)[1]).toBe(count);
		expect(seen(rows, end)[0]).toBeGreaterThanOrEqual(count - 9);
	});
	it('reveals any row', () => {
		for (const row of [0, 1, Math.floor(count / 2), count - 1]) {
			const [from, to] = seen(rows, revealing(rows, 0, row));
			expect(row).toBeGreaterThanOrEqual(from);
			expect(row).toBeLessThan(to);
		}
	});
	it('cannot be moved past its ends', () => {
		expect(moved(rows, 0, -500)).toBe(0);
		expect(moved(rows, 0, 1e12)).toBe(count * 30 - 240);
	});
});
