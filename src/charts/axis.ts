import type { Measure } from './text.js';
import { uncrowded } from './text.js';

export interface Tick {
	/** Place along the axis, in px. */
	readonly at: number;
	readonly label: string;
}

interface Scale {
	(value: number): number;
	ticks(count: number): number[];
}

/** Round numbers along a scale, about `gap` px apart, as written by `format`; a label equal to the one before it is left out. */
export function ticksOf(scale: Scale, length: number, gap: number, format: (value: number) => string): Tick[] {
	const ticks = scale.ticks(Math.max(2, Math.floor(length / gap))).map((value) => ({ at: scale(value), label: format(value) }));
	return ticks.filter((tick, i) => tick.label !== ticks[i - 1]?.label);
}

/** Of ticks along a horizontal axis, those whose labels do not run into each other. */
export function roomy(ticks: readonly Tick[], measure: Measure, gap = 10): Tick[] {
	const shown = uncrowded(
		ticks.map((tick) => tick.at),
		ticks.map((tick) => measure(tick.label)),
		gap
	);
	return ticks.filter((_, i) => shown[i]);
}

/** How a label centred at `at` is anchored so that it stays between `low` and `high`. */
export function anchorAt(at: number, half: number, low: number, high: number): 'start' | 'middle' | 'end' {
	return at - half < low ? 'start' : at + half > high ? 'end' : 'middle';
}
