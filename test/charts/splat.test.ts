import { describe, expect, it } from 'vitest';
import type { Cloud, Drawing } from '../../src/charts/scatter-cloud.js';
import { inside } from '../../src/charts/scatter-index.js';
import { groupCentres } from '../../src/charts/scatter-medians.js';
import { splat } from '../../src/charts/scatter-splat.js';
import { seeded } from '../../src/lib/random.js';

const side = 40;
const drawing = (change: Partial<Drawing> = {}): Drawing => ({
	width: side,
	height: side,
	ratio: 1,
	view: { scale: 1, left: 0, top: side },
	radius: 5,
	opacity: 1,
	colours: Uint8Array.of(200, 100, 50, 0),
	faded: [128, 128, 128],
	...change
});
function painted(cloud: Partial<Cloud> & Pick<Cloud, 'x' | 'y'>, how = drawing()): Uint8ClampedArray {
	const [width, height] = [how.width * how.ratio, how.height * how.ratio];
	const pixels = new Uint8ClampedArray(width * height * 4);
	splat(pixels, width, height, { group: null, selected: null, ...cloud }, how);
	return pixels;
}
const at = (pixels: Uint8ClampedArray, x: number, y: number) => [...pixels.subarray(4 * (y * side + x), 4 * (y * side + x) + 4)];
const area = (pixels: Uint8ClampedArray) => pixels.reduce((sum, value, i) => sum + (i % 4 === 3 ? value / 255 : 0), 0);

describe('points drawn without WebGL', () => {
	it('are discs of the asked radius, at their place, y upwards', () => {
		const pixels = painted({ x: Float32Array.of(10.3), y: Float32Array.of(29.6) });
		expect(area(pixels)).toBeCloseTo(Math.PI * 25, 0);
		expect(at(pixels, 10, 10)).toEqual([200, 100, 50, 255]);
		expect(at(pixels, 10, 29)).toEqual([0, 0, 0, 0]);
		const sums = [0, 0];
		for (let i = 0; i < side * side; i++) {
			sums[0]! += (pixels[4 * i + 3]! / 255) * ((i % side) + 0.5);
			sums[1]! += (pixels[4 * i + 3]! / 255) * (Math.floor(i / side) + 0.5);
		}
		expect(sums[0]! / area(pixels)).toBeCloseTo(10.3, 0);
		expect(sums[1]! / area(pixels)).toBeCloseTo(10.4, 0);
	});
	it('cover about the same area in every shape', () => {
		for (let shape = 0; shape < 4; shape++) {
			const pixels = painted({ x: Float32Array.of(20), y: Float32Array.of(20) }, drawing({ colours: Uint8Array.of(9, 9, 9, shape) }));
			expect(Math.abs(area(pixels) / (Math.PI * 25) - 1)).toBeLessThan(0.3);
		}
	});
	it('keep their colour at any opacity, and grow denser where they lie over each other', () => {
		const one = painted({ x: Float32Array.of(20), y: Float32Array.of(20) }, drawing({ opacity: 0.5 }));
		const two = painted({ x: Float32Array.of(20, 20), y: Float32Array.of(20, 20) }, drawing({ opacity: 0.5 }));
		expect(at(one, 20, 20)[3]).toBeCloseTo(128, -1);
		expect(at(two, 20, 20)[3]).toBeCloseTo(191, -1);
		at(two, 20, 20)
			.slice(0, 3)
			.forEach((channel, i) => expect(Math.abs(channel - [200, 100, 50][i]!)).toBeLessThan(4));
	});
	it('step back unless selected, and the selected ones lie on top', () => {
		const pixels = painted({ x: Float32Array.of(20, 20), y: Float32Array.of(20, 20), selected: Uint8Array.of(1, 0) });
		expect(at(pixels, 20, 20)).toEqual([200, 100, 50, 255]);
	});
	it('are left out where they have no place or lie outside', () => {
		expect(area(painted({ x: Float32Array.of(NaN, 900, 5), y: Float32Array.of(3, 3, -Infinity) }))).toBe(0);
		expect(area(painted({ x: Float32Array.of(0), y: Float32Array.of(side) }))).toBeCloseTo((Math.PI * 25) / 4, 0);
	});
});

const random = seeded(12);
const n = 1000;
const x = Float32Array.from({ length: n }, () => random());
const y = Float32Array.from({ length: n }, () => random());

describe('a lasso', () => {
	it('takes the points for which a ray crosses it an odd number of times', () => {
		const path: [number, number][] = [
			[0.1, 0.1],
			[0.9, 0.2],
			[0.5, 0.5],
			[0.8, 0.9],
			[0.2, 0.7]
		];
		const crossings = (px: number, py: number) =>
			path.filter(([ax, ay], i) => {
				const [bx, by] = path[(i + 1) % path.length]!;
				return ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax;
			}).length;
		const expected = [...x.keys()].filter((i) => crossings(x[i]!, y[i]!) % 2 === 1);
		expect([...inside(x, y, path)]).toEqual(expected);
		expect(inside(x, y, path.slice(0, 2))).toHaveLength(0);
	});
});

describe('the centre of a group', () => {
	it('is the median of its points, and empty groups have none', () => {
		const group = Uint16Array.from({ length: n }, () => (random() < 0.3 ? 2 : 0));
		const centres = groupCentres(x, y, group, 3);
		expect(centres.map((centre) => centre.group)).toEqual([0, 2]);
		for (const centre of centres) {
			const members = [...x.keys()].filter((i) => group[i] === centre.group);
			const sorted = members.map((i) => x[i]!).sort((a, b) => a - b);
			expect(centre.count).toBe(members.length);
			expect(centre.x).toBe(sorted[(sorted.length - 1) >> 1]);
		}
	});
});
