import type { Measure } from './text.js';

let context: OffscreenCanvasRenderingContext2D | null = null;

/** Measures text as the charts write it: `size` px, in the page's own font. */
export function measureAt(size: number, weight = 400): Measure {
	context ??= new OffscreenCanvas(1, 1).getContext('2d');
	const drawing = context;
	if (!drawing) return (text) => text.length * size * 0.6;
	const font = `${weight} ${size}px 'Be Vietnam Pro', system-ui, sans-serif`;
	return (text) => {
		drawing.font = font;
		return drawing.measureText(text).width;
	};
}
