import type { Measure } from './text.js';

/** The faces that charts are written in, as `--figures` in `app/theme.css`. */
export const chartFont = "'Tessera Figures', 'Be Vietnam Pro', system-ui, sans-serif";

let context: OffscreenCanvasRenderingContext2D | null = null;

/** Measures text as the charts write it: `size` px, in `chartFont`. */
export function measureAt(size: number, weight = 400): Measure {
	context ??= new OffscreenCanvas(1, 1).getContext('2d');
	const drawing = context;
	if (!drawing) return (text) => text.length * size * 0.6;
	const font = `${weight} ${size}px ${chartFont}`;
	return (text) => {
		drawing.font = font;
		return drawing.measureText(text).width;
	};
}
