import { describe, expect, it } from 'vitest';
import { drawOnCanvas } from '../../src/charts/scatter-canvas.js';
import type { Cloud, Drawing } from '../../src/charts/scatter-cloud.js';
import { GlPoints } from '../../src/charts/scatter-gl.js';
import { normal, seeded } from '../../src/lib/random.js';

const [width, height] = [320, 200];
const drawing: Drawing = {
	width,
	height,
	ratio: 1.5,
	view: { scale: 40, left: width / 2, top: height / 2 },
	radius: 3.3,
	opacity: 0.6,
	colours: Uint8Array.of(40, 89, 177, 0, 208, 120, 1, 1, 12, 160, 139, 2, 156, 46, 92, 3),
	faded: [167, 162, 153]
};

type Draw = (into: CanvasRenderingContext2D, cloud: Cloud, drawing: Drawing) => unknown;

/** The picture on white paper, as bytes. */
function picture(draw: Draw, cloud: Cloud, how: Drawing): Uint8ClampedArray {
	const [canvas, paper] = [document.createElement('canvas'), document.createElement('canvas')];
	canvas.width = paper.width = width * how.ratio;
	canvas.height = paper.height = height * how.ratio;
	draw(canvas.getContext('2d')!, cloud, how);
	const ctx = paper.getContext('2d', { willReadFrequently: true })!;
	ctx.fillStyle = 'white';
	ctx.fillRect(0, 0, paper.width, paper.height);
	ctx.drawImage(canvas, 0, 0);
	return ctx.getImageData(0, 0, paper.width, paper.height).data;
}

/** How much darker than white a picture is, in whole black pixels. */
const ink = (bytes: Uint8ClampedArray): number => bytes.reduce((sum, byte, i) => (i % 4 === 3 ? sum : sum + (255 - byte) / 765), 0);

describe('points drawn without WebGL', () => {
	const random = seeded(6);
	const n = 3000;
	const cloud: Cloud = {
		x: Float32Array.from({ length: n }, (_, i) => (i % 50 === 0 ? NaN : 1.5 * normal(random))),
		y: Float32Array.from({ length: n }, () => normal(random)),
		group: Uint16Array.from({ length: n }, (_, i) => i % 4),
		selected: null
	};
	const gl = GlPoints.open(() => undefined);
	const both = (of: Cloud) => [picture(drawOnCanvas, of, drawing), picture((...asked) => gl!.draw(...asked), of, drawing)] as const;

	it.each([
		['all alike', null],
		['with some selected', Uint8Array.from({ length: n }, (_, i) => Number(i % 3 === 0))]
	])('look as they do with it, %s', (_, selected) => {
		const [plain, shaded] = both({ ...cloud, selected });
		const touched = shaded.filter((byte, i) => byte !== 255 || plain[i] !== 255).length;
		expect(touched).toBeGreaterThan(100_000);
		const apart = plain.reduce((sum, byte, i) => sum + Math.abs(byte - shaded[i]!), 0) / touched;
		expect(apart).toBeLessThan(6);
		expect(ink(plain) / ink(shaded)).toBeCloseTo(1, 2);
	});
	it('are told of once WebGL has drawn them, and not before', async () => {
		picture((...asked) => gl!.draw(...asked), cloud, drawing);
		let told = 0;
		const drawn = new Promise<void>((resolve) =>
			gl!.whenDrawn(() => {
				told++;
				resolve();
			})
		);
		expect(told).toBe(0);
		await drawn;
		await new Promise((later) => setTimeout(later, 50));
		expect(told).toBe(1);
	});
	it('cover the area of their shape, wherever in a pixel they lie', () => {
		for (let i = 0; i < 16; i++) {
			const one = { x: Float32Array.of(i / 640), y: Float32Array.of(i / 900), group: null, selected: null };
			const alone = { ...drawing, radius: 8, ratio: 1, opacity: 1, colours: Uint8Array.of(0, 0, 0, 0) };
			expect(ink(picture(drawOnCanvas, one, alone)) / (Math.PI * 64)).toBeCloseTo(1, 1);
		}
	});
	it('are cut off at the border, and leave nothing of an earlier picture', () => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [width, height];
		const ctx = canvas.getContext('2d', { willReadFrequently: true })!;
		const at = (x: number, y: number): Cloud => ({ x: Float32Array.of(x), y: Float32Array.of(y), group: null, selected: null });
		const plain = { ...drawing, ratio: 1, opacity: 1 };
		drawOnCanvas(ctx, at(0, 0), plain);
		drawOnCanvas(ctx, at(-4, 2.5), plain);
		const { data } = ctx.getImageData(0, 0, width, height);
		expect([...data.slice(0, 4)]).toEqual([40, 89, 177, 255]);
		const seen = [...data.keys()].filter((i) => i % 4 === 3 && data[i]! > 0).map((i) => Math.floor(i / 4));
		expect(seen.every((pixel) => pixel % width < 5 && pixel < 5 * width)).toBe(true);
	});
});
