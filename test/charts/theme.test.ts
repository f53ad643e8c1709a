import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pointShade } from '../../src/charts/palette.js';
import { beside } from '../../src/ui/beside.js';

const css = readFileSync(new URL('../../src/app/theme.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;
type Rgb = [number, number, number];

function channelsOf(colour: string): Rgb {
	const hex = /^#(\w\w)(\w\w)(\w\w)$/.exec(colour);
	const parts = hex ? hex.slice(1).map((part) => parseInt(part, 16)) : colour.match(/\d+/g)!.map(Number);
	return [parts[0]!, parts[1]!, parts[2]!];
}
function colour(name: string, theme: (typeof themes)[number]): Rgb {
	const both = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
	if (!both) throw new Error(`theme.css has no --${name}`);
	return channelsOf(both[theme === 'light' ? 1 : 2]!);
}
const linear = (rgb: Rgb) => rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)) as Rgb;
/** WCAG 2.2, contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
	const [x, y] = [a, b].map((rgb) => linear(rgb).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0));
	return (Math.max(x!, y!) + 0.05) / (Math.min(x!, y!) + 0.05);
}

const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
/** Machado, Oliveira and Fernandes 2009, severity 1.0. */
const eyes = {
	usual: identity,
	protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
	deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
	tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039]
};
/** Oklab (Ottosson 2020) of a colour as those eyes see it. */
function oklab(rgb: Rgb, eye: readonly number[]): Rgb {
	const seen = linear(rgb);
	const [r, g, b] = [0, 3, 6].map((row) =>
		Math.min(1, Math.max(0, eye[row]! * seen[0] + eye[row + 1]! * seen[1] + eye[row + 2]! * seen[2]))
	) as Rgb;
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
	];
}

describe.each(themes)('the %s theme', (theme) => {
	it('writes every text at 4.5 : 1 or more, on paper, wash and raised grounds', () => {
		for (const ground of ['paper', 'wash', 'raised']) {
			for (const text of ['ink', 'soft', 'faint', 'accent', 'good', 'warn', 'bad']) {
				expect(contrast(colour(text, theme), colour(ground, theme)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
			}
		}
		expect(contrast(colour('on-accent', theme), colour('accent', theme))).toBeGreaterThanOrEqual(4.5);
	});
	it('draws marks, edges of fields and segments at 3 : 1 or more on the paper', () => {
		const segments = Array.from({ length: 12 }, (_, i) => `s${i + 1}`);
		for (const mark of ['edge', 'bar', 'above', 'below', ...segments]) {
			expect(contrast(colour(mark, theme), colour('paper', theme)), mark).toBeGreaterThanOrEqual(3);
		}
		for (let i = 0; i <= 20; i++) {
			const both = /^light-dark\((.+), ((?:rgb|#).+)\)$/.exec(pointShade(i / 20))!;
			const shade = channelsOf(both[theme === 'light' ? 1 : 2]!);
			expect(contrast(shade, colour('paper', theme)), `shade ${i / 20}`).toBeGreaterThanOrEqual(3);
		}
	});
	it.each(Object.entries(eyes))('keeps segments apart for %s eyes: the first four clearly, all twelve still', (_, eye) => {
		const seen = Array.from({ length: 12 }, (__, i) => oklab(colour(`s${i + 1}`, theme), eye));
		const closest = (n: number) =>
			Math.min(...seen.slice(0, n).flatMap((a, i) => seen.slice(0, i).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]))));
		expect(closest(4)).toBeGreaterThan(0.12);
		expect(closest(12)).toBeGreaterThan(0.055);
	});
});

describe('a panel beside a word', () => {
	const viewport = { width: 360, height: 640 };
	const panel = { width: 320, height: 120 };
	it('stands below it, above it where there is no room, and always in sight', () => {
		expect(beside({ left: 20, top: 100, width: 60, height: 20 }, panel, viewport)).toEqual({ left: 20, top: 126 });
		expect(beside({ left: 20, top: 600, width: 60, height: 20 }, panel, viewport)).toEqual({ left: 20, top: 474 });
		expect(beside({ left: 300, top: 100, width: 50, height: 20 }, panel, viewport).left).toBe(32);
	});
});
