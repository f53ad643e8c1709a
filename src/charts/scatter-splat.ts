import { fadedOpacity, type Cloud, type Drawing } from './scatter-cloud.js';

/** Parts of a device px to which a point's place is rounded. */
const phases = 4;

/** How far (x, y) lies outside a shape of `radius` about the origin, as the fragment shader has it. */
function outside(shape: number, x: number, y: number, radius: number): number {
	const [ax, ay] = [Math.abs(x), Math.abs(y)];
	if (shape === 1) return Math.max(ax, ay) - 0.89 * radius;
	if (shape === 2) return (ax + ay - 1.25 * radius) * Math.SQRT1_2;
	if (shape === 3) return Math.max(0.866 * ax - 0.5 * y, y) - 0.65 * radius;
	return Math.hypot(x, y) - radius;
}

/** Coverage, in [0, 1], of the `side` × `side` px about a point whose place is a phase beyond the middle one's corner. */
function masksOf(shape: number, radius: number, side: number): Float32Array[] {
	return Array.from({ length: phases * phases }, (_, phase) => {
		const [px, py] = [((phase % phases) + 0.5) / phases, (Math.floor(phase / phases) + 0.5) / phases];
		const middle = side >> 1;
		return Float32Array.from({ length: side * side }, (__, i) => {
			const [x, y] = [(i % side) - middle + 0.5 - px, Math.floor(i / side) - middle + 0.5 - py];
			return Math.min(1, Math.max(0, 0.5 - outside(shape, x, y, radius)));
		});
	});
}

/**
 * Paints the points into `pixels`, the RGBA bytes of an image of `width` × `height` device px that is all clear. Without WebGL this is
 * many times faster than a canvas call per point, and the same to look at.
 */
export function splat(pixels: Uint8ClampedArray, width: number, height: number, cloud: Cloud, drawing: Drawing): void {
	const { view, ratio, colours, faded } = drawing;
	const { x, y, group, selected } = cloud;
	const radius = drawing.radius * ratio;
	const middle = Math.ceil(1.3 * radius) + 1;
	const side = 2 * middle + 1;
	const kinds = Math.max(1, colours.length / 4);
	const masks = new Map<number, Float32Array[]>();

	function one(i: number, red: number, green: number, blue: number, opacity: number, shape: number) {
		const px = (x[i]! * view.scale + view.left) * ratio;
		const py = (view.top - y[i]! * view.scale) * ratio;
		if (!(px > -middle && px < width + middle && py > -middle && py < height + middle)) return;
		const [column, row] = [Math.floor(px), Math.floor(py)];
		let shaped = masks.get(shape);
		if (!shaped) masks.set(shape, (shaped = masksOf(shape, radius, side)));
		const mask = shaped[Math.floor((py - row) * phases) * phases + Math.floor((px - column) * phases)]!;
		const [fromX, toX] = [Math.max(0, column - middle), Math.min(width - 1, column + middle)];
		for (let r = Math.max(0, row - middle); r <= Math.min(height - 1, row + middle); r++) {
			let m = (r - row + middle) * side + fromX - column + middle;
			let at = (r * width + fromX) * 4;
			for (let c = fromX; c <= toX; c++, m++, at += 4) {
				const alpha = opacity * mask[m]!;
				if (alpha === 0) continue;
				const rest = 1 - alpha;
				pixels[at] = red * alpha + pixels[at]! * rest;
				pixels[at + 1] = green * alpha + pixels[at + 1]! * rest;
				pixels[at + 2] = blue * alpha + pixels[at + 2]! * rest;
				pixels[at + 3] = 255 * alpha + pixels[at + 3]! * rest;
			}
		}
	}
	function pass(wanted: 0 | 1 | null) {
		for (let i = 0; i < x.length; i++) {
			if (wanted !== null && selected?.[i] !== wanted) continue;
			const kind = 4 * Math.min(kinds - 1, group?.[i] ?? 0);
			const shape = colours[kind + 3] ?? 0;
			if (wanted === 0) one(i, ...faded, drawing.opacity * fadedOpacity, shape);
			else one(i, colours[kind] ?? 0, colours[kind + 1] ?? 0, colours[kind + 2] ?? 0, drawing.opacity, shape);
		}
	}
	if (selected) {
		pass(0);
		pass(1);
	} else pass(null);

	for (let at = 0; at < pixels.length; at += 4) {
		const alpha = pixels[at + 3]!;
		if (alpha === 0 || alpha === 255) continue;
		for (let c = at; c < at + 3; c++) pixels[c] = (pixels[c]! * 255) / alpha;
	}
}
