/** How data lies on the screen: `screenX = x · scale + left`, `screenY = top − y · scale`, in CSS px. Both axes have one scale. */
export interface View {
	readonly scale: number;
	readonly left: number;
	readonly top: number;
}

/** What the person did to the fitted view: enlarged it `k` times and then moved it by (x, y), as fractions of the chart's width. */
export interface Zoom {
	readonly k: number;
	readonly x: number;
	readonly y: number;
}

export interface Extent {
	readonly x0: number;
	readonly x1: number;
	readonly y0: number;
	readonly y1: number;
}

export const noZoom: Zoom = { k: 1, x: 0, y: 0 };
const zoomLimits = [1, 512] as const;

/** The smallest box around all points with finite positions, or null where there is none. */
export function extentOfPoints(x: Float32Array, y: Float32Array): Extent | null {
	let x0 = Infinity;
	let x1 = -Infinity;
	let y0 = Infinity;
	let y1 = -Infinity;
	for (let i = 0; i < x.length; i++) {
		const px = x[i]!;
		const py = y[i]!;
		if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
		if (px < x0) x0 = px;
		if (px > x1) x1 = px;
		if (py < y0) y0 = py;
		if (py > y1) y1 = py;
	}
	return x0 <= x1 ? { x0, x1, y0, y1 } : null;
}

/** The view that shows a whole extent, centred, `pad` px from the nearest border. */
export function fit({ x0, x1, y0, y1 }: Extent, width: number, height: number, pad: number): View {
	const room = (side: number) => Math.max(1, side - 2 * pad);
	const spanX = x1 - x0;
	const spanY = y1 - y0;
	const scale = spanX === 0 && spanY === 0 ? 1 : Math.min(room(width) / spanX, room(height) / spanY);
	return { scale, left: width / 2 - ((x0 + x1) / 2) * scale, top: height / 2 + ((y0 + y1) / 2) * scale };
}

/** A fitted view after the person's zoom; `width` is the chart's, in px. */
export const zoomed = (view: View, zoom: Zoom, width: number): View => ({
	scale: view.scale * zoom.k,
	left: view.left * zoom.k + zoom.x * width,
	top: view.top * zoom.k + zoom.y * width
});

/** Enlarges `factor` times about a point of the chart, in px, so that what lies under it stays there. */
export function zoomAt(zoom: Zoom, factor: number, px: number, py: number, width: number): Zoom {
	const k = Math.min(zoomLimits[1], Math.max(zoomLimits[0], zoom.k * factor));
	const ratio = k / zoom.k;
	const about = (p: number, shift: number) => p / width - (p / width - shift) * ratio;
	return { k, x: about(px, zoom.x), y: about(py, zoom.y) };
}

/** Moves by (dx, dy) px. */
export const panned = (zoom: Zoom, dx: number, dy: number, width: number): Zoom => ({
	k: zoom.k,
	x: zoom.x + dx / width,
	y: zoom.y + dy / width
});

/** Keeps the enlarged chart over its frame, so that the points cannot be lost from sight. */
export function held(zoom: Zoom, width: number, height: number): Zoom {
	const tall = height / width;
	const between = (shift: number, side: number) => Math.min(0, Math.max(side * (1 - zoom.k), shift));
	return { k: zoom.k, x: between(zoom.x, 1), y: between(zoom.y, tall) };
}

export const toScreen = (view: View, x: number, y: number): [number, number] => [x * view.scale + view.left, view.top - y * view.scale];
export const toData = (view: View, px: number, py: number): [number, number] => [
	(px - view.left) / view.scale,
	(view.top - py) / view.scale
];

/** Radius in px and opacity at which `n` points neither vanish nor hide each other; points grow a little as one zooms in. */
export function pointLook(n: number, area: number, k: number): { radius: number; opacity: number } {
	const crowd = (n * 12) / Math.max(1, area);
	const near = Math.min(2.2, k ** 0.3);
	return {
		radius: Math.min(6, Math.max(1.1, 3.2 - 0.9 * Math.log10(1 + 40 * crowd)) * near),
		opacity: Math.min(0.9, Math.max(0.35, 0.8 - 0.18 * Math.log10(1 + 20 * crowd)) * near ** 0.5)
	};
}
