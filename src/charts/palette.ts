import { interpolateBlues, rgb } from 'd3';

/** Hues that stay apart for colour-blind eyes; written as `--s1` … `--s12` in `app/theme.css`. */
export const hueCount = 12;
export const shapes = ['circle', 'square', 'diamond', 'triangle'] as const;
export type Shape = (typeof shapes)[number];

/** How a segment is drawn in every chart, table and label: one of twelve hues, and from the thirteenth segment on another shape. */
export interface Mark {
	/** A CSS colour. */
	readonly colour: string;
	readonly shape: Shape;
}

/** The mark of segment `index` ≥ 0; repeats after 48 segments. */
export const segmentMark = (index: number): Mark => ({
	colour: `var(--s${(index % hueCount) + 1})`,
	shape: shapes[Math.floor(index / hueCount) % shapes.length] ?? 'circle'
});

/** A CSS colour for each theme, and the text colour that reads best on it. */
export interface Shade {
	readonly fill: string;
	readonly ink: string;
}

/** WCAG 2.2 relative luminance of a colour, in [0, 1]. */
export function luminance(colour: string): number {
	const { r, g, b } = rgb(colour);
	const linear = (channel: number) => (channel <= 10.31475 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
	return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Black and white contrast equally with a colour of this luminance: √(1.05 · 0.05) − 0.05. */
const readsEqually = Math.sqrt(1.05 * 0.05) - 0.05;
const inkOn = (colour: string) => (luminance(colour) > readsEqually ? '#000' : '#fff');
const pair = (light: string, dark: string): Shade => ({
	fill: `light-dark(${light}, ${dark})`,
	ink: `light-dark(${inkOn(light)}, ${inkOn(dark)})`
});
const clamp = (x: number) => Math.min(1, Math.max(0, x));

/** Sequential scale, `x` in [0, 1]: more is further from the paper, so darker by day and lighter by night. ColorBrewer's Blues. */
export const sequential = (x: number): Shade => pair(interpolateBlues(0.04 + 0.9 * clamp(x)), interpolateBlues(1 - 0.72 * clamp(x)));
