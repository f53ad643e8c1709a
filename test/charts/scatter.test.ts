import { readFileSync } from 'node:fs';
import { rgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { separated } from '../../src/charts/labels.js';
import { pointScale, segmentMark, sequential } from '../../src/charts/palette.js';
import { indexPoints, nearest } from '../../src/charts/scatter-index.js';
import { extentOfPoints, fit, held, noZoom, panned, toData, toScreen, zoomAt, zoomed } from '../../src/charts/scatter-view.js';
import { spread } from '../../src/charts/spread.js';
import { seeded } from '../../src/lib/random.js';

const random = seeded(8);
const n = 2000;
const x = Float32Array.from({ length: n }, () => 10 * random() - 3);
const y = Float32Array.from({ length: n }, () => 4 * random() + 100);

describe('the view of a map', () => {
	const extent = extentOfPoints(x, y)!;
	const view = fit(extent, 800, 400, 20);
	it('shows every point within its border', () => {
		for (let i = 0; i < n; i++) {
			const [px, py] = toScreen(view, x[i]!, y[i]!);
			expect(px).toBeGreaterThanOrEqual(19.9);
			expect(px).toBeLessThanOrEqual(780.1);
			expect(py).toBeGreaterThanOrEqual(19.9);
			expect(py).toBeLessThanOrEqual(380.1);
		}
	});
	it('leads from the screen back to the data, zoomed or not', () => {
		const near = zoomed(view, panned(zoomAt(noZoom, 7, 300, 100, 800), 12, -5, 800), 800);
		for (const at of [view, near]) {
			const [px, py] = toScreen(at, 2.5, 101);
			const [back, up] = toData(at, px, py);
			expect(back).toBeCloseTo(2.5, 8);
			expect(up).toBeCloseTo(101, 8);
		}
	});
	it('keeps what lies under the pointer in its place while it zooms', () => {
		const [px, py] = toScreen(view, 1, 102);
		const [after, down] = toScreen(zoomed(view, zoomAt(noZoom, 5, px, py, 800), 800), 1, 102);
		expect(after).toBeCloseTo(px, 6);
		expect(down).toBeCloseTo(py, 6);
	});
	it('cannot be moved off its frame', () => {
		const far = held(panned(zoomAt(noZoom, 2, 0, 0, 800), 5000, -5000, 800), 800, 400);
		expect(far.x).toBe(0);
		expect(far.y).toBeCloseTo(-0.5, 12);
	});
	it('leaves out points without a position', () => {
		expect(extentOfPoints(Float32Array.of(NaN, 1, 3), Float32Array.of(0, 5, Infinity))).toEqual({ x0: 1, x1: 1, y0: 5, y1: 5 });
		expect(extentOfPoints(new Float32Array(0), new Float32Array(0))).toBeNull();
	});
});

describe('the point nearest to the pointer', () => {
	it('is the one a search through all of them finds', () => {
		const index = indexPoints(x, y, extentOfPoints(x, y)!);
		for (let k = 0; k < 200; k++) {
			const [px, py] = [10 * random() - 3, 4 * random() + 100];
			let best = -1;
			let least = 0.3;
			for (let i = 0; i < n; i++) {
				const d = Math.hypot(x[i]! - px, y[i]! - py);
				if (d < least) [least, best] = [d, i];
			}
			expect(nearest(index, px, py, 0.3)).toBe(best);
		}
	});
});

describe('labels', () => {
	it('do not lie over each other and stay in the chart', () => {
		const boxes = Array.from({ length: 8 }, () => ({ x: 200 + 60 * random(), y: 150 + 20 * random(), width: 90, height: 18 }));
		const placed = separated(boxes, 400, 300, 300);
		expect(placed).toHaveLength(8);
		placed.forEach((a, i) =>
			placed.slice(0, i).forEach((b) => expect(Math.abs(a.y - b.y) >= 17.99 || Math.abs(a.x - b.x) >= 89.99).toBe(true))
		);
		expect(placed.every(({ y }) => y >= 9 && y <= 291)).toBe(true);
		expect(placed[0]).toMatchObject({ y: boxes[0]!.y });
	});
	it('are left out rather than moved far from what they name', () => {
		const boxes = Array.from({ length: 5 }, (_, i) => ({ i, x: 200, y: 150, width: 90, height: 18 }));
		expect(separated(boxes, 400, 300, 20).map(({ i }) => i)).toEqual([0, 1, 2]);
	});
	it('at the ends of lines keep their order and their distance', () => {
		const moved = spread([10, 11, 12, 90], 15, 0, 100);
		for (let i = 1; i < 4; i++) expect(moved[i]! - moved[i - 1]!).toBeGreaterThanOrEqual(14.999);
		expect(moved[0]).toBeGreaterThanOrEqual(0);
		expect(moved[3]).toBeLessThanOrEqual(100);
	});
});

describe('colours', () => {
	it('of the first twelve segments differ, and later ones differ by shape', () => {
		expect(new Set(Array.from({ length: 12 }, (_, i) => segmentMark(i).colour)).size).toBe(12);
		expect(segmentMark(12)).toMatchObject({ colour: segmentMark(0).colour });
		expect(segmentMark(12).shape).not.toBe(segmentMark(0).shape);
	});
	const theme = readFileSync(new URL('../../src/app/theme.css', import.meta.url), 'utf8');
	const both = (text: string) => /light-dark\((.+\)|#\w+), (.+\)|#\w+)\)/.exec(text)!.slice(1, 3) as [string, string];
	const custom = (name: string) => both(new RegExp(`--${name}: light-dark\\(.*\\);`).exec(theme)![0]);
	/** Relative luminance by WCAG 2.2. */
	const luminance = (colour: string) => {
		const { r, g, b } = rgb(colour);
		const [red, green, blue] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
		return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
	};
	const contrast = (one: string, other: string) => {
		const [a, b] = [luminance(one), luminance(other)].sort((p, q) => q - p) as [number, number];
		return (a + 0.05) / (b + 0.05);
	};
	/** Least contrast of a scale with a colour of the theme, by day and by night. */
	const least = (scale: (x: number) => string, against: string) =>
		[0, 1].map((night) =>
			Math.min(...Array.from({ length: 21 }, (_, i) => contrast(both(scale(i / 20))[night]!, custom(against)[night]!)))
		);

	it('are as far apart as WCAG counts it', () => {
		expect(contrast('#777', '#fff')).toBeCloseTo(4.48, 2);
		expect(contrast('#000', '#fff')).toBe(21);
	});
	it('of areas carry the ink at 4.5 : 1 in both themes', () => {
		least(sequential, 'ink').forEach((ratio) => expect(ratio).toBeGreaterThanOrEqual(4.5));
	});
	it('of points stand on the paper at 3 : 1 in both themes', () => {
		least(pointScale, 'paper').forEach((ratio) => expect(ratio).toBeGreaterThanOrEqual(3));
	});
	it('of segments and bars stand on the paper at 3 : 1 in both themes', () => {
		for (const name of [...Array.from({ length: 12 }, (_, i) => `s${i + 1}`), 'accent', 'below', 'above', 'bar', 'edge']) {
			[0, 1].forEach((night) => expect(contrast(custom(name)[night]!, custom('paper')[night]!), name).toBeGreaterThanOrEqual(3));
		}
	});
	it('of a scale lie further from the paper the more they stand for', () => {
		for (const scale of [sequential, pointScale]) {
			for (let i = 1; i <= 20; i++) {
				[0, 1].forEach((night) => {
					const [less, more] = [(i - 1) / 20, i / 20].map((x) => contrast(both(scale(x))[night]!, custom('paper')[night]!));
					expect(more).toBeGreaterThan(less!);
				});
			}
		}
	});
});
