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

/** How much fainter points become that are not selected. */
export const fadedOpacity = 0.45;
