import { interpolateLab, interpolateMagma } from 'd3';

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

const clamp = (x: number) => Math.min(1, Math.max(0, x));
/** A scale over [0, 1] with a range of its own in each theme. */
const themed = (light: (x: number) => string, dark: (x: number) => string) => (x: number) =>
	`light-dark(${light(clamp(x))}, ${dark(clamp(x))})`;

/** Sequential scale of CSS colours for areas under text in `--ink`: straight through CIELAB, more is further from the paper. */
export const sequential = themed(interpolateLab('#eef1f6', '#5f90d2'), interpolateLab('#22262d', '#36619a'));

/**
 * Sequential scale of CSS colours for points on the paper: the part of Magma (Smith and van der Walt 2015) that contrasts with it by at
 * least 3 : 1. More is further from the paper.
 */
export const pointScale = themed(
	(x) => interpolateMagma(0.65 - 0.6 * x),
	(x) => interpolateMagma(0.49 + 0.49 * x)
);
