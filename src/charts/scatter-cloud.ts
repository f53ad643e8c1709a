import type { View } from './scatter-view.js';

/** The points of a map. Arrays are compared by reference: give a new one where the numbers changed. */
export interface Cloud {
	readonly x: Float32Array;
	readonly y: Float32Array;
	/** Group of each point, an index into the colours; null where all share the first. */
	readonly group: Uint16Array | null;
	/** 1 for the points to light up; the others step back. Null where none is singled out. */
	readonly selected: Uint8Array | null;
}

/** How a cloud is drawn: sizes in CSS px, `ratio` device px each. */
export interface Drawing {
	readonly width: number;
	readonly height: number;
	readonly ratio: number;
	readonly view: View;
	readonly radius: number;
	readonly opacity: number;
	/** Four bytes per group: red, green, blue, and the shape's index in `shapes`. */
	readonly colours: Uint8Array;
	/** Red, green, blue (0–255) of points that step back. */
	readonly faded: readonly [number, number, number];
}

/** Every `step`-th point of a cloud. */
export function thinned({ x, y, group, selected }: Cloud, step: number): Cloud {
	const every = <Values extends Float32Array | Uint16Array | Uint8Array>(values: Values): Values =>
		values.filter((_, i) => i % step === 0) as Values;
	return { x: every(x), y: every(y), group: group && every(group), selected: selected && every(selected) };
}

/** How much fainter points become that are not selected. */
export const fadedOpacity = 0.45;
