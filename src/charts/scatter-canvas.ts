import { fadedOpacity, type Cloud, type Drawing } from './scatter-cloud.js';

type Sprite = HTMLCanvasElement | OffscreenCanvas;

/** Traces one point of `radius` about (x, y); shapes of one radius cover about the same area. */
function trace(ctx: OffscreenCanvasRenderingContext2D, shape: number, x: number, y: number, radius: number): void {
	ctx.beginPath();
	if (shape === 1) ctx.rect(x - 0.89 * radius, y - 0.89 * radius, 1.78 * radius, 1.78 * radius);
	else if (shape === 0) ctx.arc(x, y, radius, 0, 2 * Math.PI);
	else {
		const corners = shape === 2 ? 4 : 3;
		const reach = (shape === 2 ? 1.25 : 1.3) * radius;
		for (let c = 0; c < corners; c++) {
			const angle = (2 * Math.PI * c) / corners - Math.PI / 2;
			ctx.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
		}
		ctx.closePath();
	}
}

function sprite(colour: string, shape: number, radius: number): Sprite {
	const side = Math.ceil(2.6 * radius + 2);
	const canvas = new OffscreenCanvas(side, side);
	const ctx = canvas.getContext('2d');
	if (!ctx) return canvas;
	ctx.fillStyle = colour;
	trace(ctx, shape, side / 2, side / 2, radius);
	ctx.fill();
	return canvas;
}

/** Draws the points without WebGL: slower, and the same to look at. */
export function drawOnCanvas(ctx: CanvasRenderingContext2D, cloud: Cloud, drawing: Drawing): void {
	const { view, ratio, colours, faded } = drawing;
	const { x, y, group, selected } = cloud;
	const radius = drawing.radius * ratio;
	const [width, height] = [drawing.width * ratio, drawing.height * ratio];
	const kinds = Math.max(1, colours.length / 4);
	const made = new Map<number, Sprite>();
	const spriteOf = (kind: number, lit: boolean): Sprite => {
		const key = lit ? kind : -1 - kind;
		let held = made.get(key);
		if (!held) {
			const [r, g, b] = lit ? [colours[4 * kind] ?? 0, colours[4 * kind + 1] ?? 0, colours[4 * kind + 2] ?? 0] : faded;
			held = sprite(`rgb(${r} ${g} ${b})`, colours[4 * kind + 3] ?? 0, radius);
			made.set(key, held);
		}
		return held;
	};
	const pass = (wanted: 0 | 1 | null) => {
		const lit = wanted !== 0;
		ctx.globalAlpha = lit ? drawing.opacity : drawing.opacity * fadedOpacity;
		for (let i = 0; i < x.length; i++) {
			if (wanted !== null && selected?.[i] !== wanted) continue;
			const px = (x[i]! * view.scale + view.left) * ratio;
			const py = (view.top - y[i]! * view.scale) * ratio;
			if (!(px > -radius && px < width + radius && py > -radius && py < height + radius)) continue;
			const image = spriteOf(Math.min(kinds - 1, group?.[i] ?? 0), lit);
			ctx.drawImage(image, px - image.width / 2, py - image.height / 2);
		}
	};
	ctx.save();
	ctx.setTransform(1, 0, 0, 1, 0, 0);
	ctx.clearRect(0, 0, width, height);
	if (selected) {
		pass(0);
		pass(1);
	} else pass(null);
	ctx.restore();
}
