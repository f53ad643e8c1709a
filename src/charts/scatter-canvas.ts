import { fadedOpacity, type Cloud, type Drawing } from './scatter-cloud.js';

/** Points are drawn at this many places along each side of a pixel. */
const phases = 4;

/** How opaque a point makes the pixels around it, 0–256, `side` of them in a row; the first lies `reach` px left of and above its own. */
interface Stamp {
	readonly side: number;
	readonly reach: number;
	/** By `phases` · row + column of its place within its pixel. */
	readonly opacity: readonly Uint16Array[];
}

/** Signed distance in px from the edge of a shape about the origin, as `fragmentShader` has it. */
function outside(shape: number, x: number, y: number, radius: number): number {
	const [a, b] = [Math.abs(x), Math.abs(y)];
	if (shape === 0) return Math.hypot(x, y) - radius;
	if (shape === 1) return Math.max(a, b) - 0.89 * radius;
	if (shape === 2) return (a + b - 1.25 * radius) * 0.7071;
	return Math.max(a * 0.866 - y * 0.5, y) - 0.65 * radius;
}

function stampOf(shape: number, radius: number, opacity: number): Stamp {
	const reach = Math.ceil(1.3 * radius + 0.5);
	const side = 2 * reach + 1;
	const at = (place: number, i: number) => i + 0.5 - reach - place / phases;
	return {
		side,
		reach,
		opacity: Array.from({ length: phases ** 2 }, (_, place) =>
			Uint16Array.from({ length: side ** 2 }, (_, i) => {
				const x = at(place % phases, i % side);
				const y = at(Math.floor(place / phases), Math.floor(i / side));
				return Math.round(256 * opacity * Math.min(1, Math.max(0, 0.5 - outside(shape, x, y, radius))));
			})
		)
	};
}

/** Red and blue of a pixel, or green and opacity, as two bytes that are reckoned with at once. */
const pair = 0xff00ff;
const half = 0x800080;

/** Draws the points without WebGL: slower, and the same to look at. */
export function drawOnCanvas(ctx: CanvasRenderingContext2D, cloud: Cloud, drawing: Drawing): void {
	const { view, ratio, colours, faded } = drawing;
	const { x, y, group, selected } = cloud;
	const radius = drawing.radius * ratio;
	const [width, height] = [Math.round(drawing.width * ratio), Math.round(drawing.height * ratio)];
	const kinds = Math.max(1, colours.length / 4);
	const image = ctx.createImageData(width, height);
	const pixels = new Int32Array(image.data.buffer);

	const pass = (wanted: 0 | 1 | null) => {
		const lit = wanted !== 0;
		const stamps = new Map<number, Stamp>();
		const opacity = lit ? drawing.opacity : drawing.opacity * fadedOpacity;
		const dyes = Array.from({ length: kinds }, (_, kind) => {
			const [r, g, b] = lit ? [colours[4 * kind] ?? 0, colours[4 * kind + 1] ?? 0, colours[4 * kind + 2] ?? 0] : faded;
			const shape = colours[4 * kind + 3] ?? 0;
			const stamp = stamps.get(shape) ?? stampOf(shape, radius, opacity);
			stamps.set(shape, stamp);
			return { stamp, redBlue: r | (b << 16), greenOpacity: g | (255 << 16) };
		});
		for (let i = 0; i < x.length; i++) {
			if (wanted !== null && selected?.[i] !== wanted) continue;
			const px = (x[i]! * view.scale + view.left) * ratio;
			const py = (view.top - y[i]! * view.scale) * ratio;
			if (!(px > -radius && px < width + radius && py > -radius && py < height + radius)) continue;
			const { stamp, redBlue, greenOpacity } = dyes[Math.min(kinds - 1, group?.[i] ?? 0)]!;
			const [across, down] = [Math.round(px * phases), Math.round(py * phases)];
			const [column, row] = [Math.floor(across / phases), Math.floor(down / phases)];
			const mask = stamp.opacity[(down - row * phases) * phases + across - column * phases]!;
			const [left, top] = [column - stamp.reach, row - stamp.reach];
			const [from, to] = [Math.max(0, -left), Math.min(stamp.side, width - left)];
			const end = Math.min(stamp.side, height - top);
			for (let v = Math.max(0, -top); v < end; v++) {
				let at = (top + v) * width + left + from;
				for (let m = v * stamp.side + from, last = v * stamp.side + to; m < last; m++, at++) {
					const over = mask[m]!;
					if (over === 0) continue;
					const under = 256 - over;
					const held = pixels[at]!;
					const rb = (Math.imul(redBlue, over) + Math.imul(held & pair, under) + half) | 0;
					const ga = (Math.imul(greenOpacity, over) + Math.imul((held >>> 8) & pair, under) + half) | 0;
					pixels[at] = ((rb >>> 8) & pair) | (ga & ~pair);
				}
			}
		}
	};
	if (selected) {
		pass(0);
		pass(1);
	} else pass(null);
	// Colours are laid over each other multiplied by their opacity; a canvas takes them without.
	const bytes = image.data;
	for (let i = 0; i < pixels.length; i++) {
		const opacity = pixels[i]! >>> 24;
		if (opacity === 0 || opacity === 255) continue;
		const by = 255 / opacity;
		for (let c = 4 * i; c < 4 * i + 3; c++) bytes[c] = bytes[c]! * by;
	}
	ctx.putImageData(image, 0, 0);
}
