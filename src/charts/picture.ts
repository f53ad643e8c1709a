import { chartFont, measureAt } from './measure.js';
import { wrapText } from './text.js';
import { channels } from './theme.svelte.js';

/** A text of a picture, in px from its top left corner, turned by `angle` degrees. */
interface Lettering {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly angle: number;
	readonly size: number;
	readonly weight: string;
	readonly fill: string;
	/** Colour and width of a halo, where there is one. */
	readonly halo: { readonly colour: string; readonly width: number } | null;
}

/** A chart taken off the page: all that is needed to write it as SVG or to paint it as PNG. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly paper: string;
	readonly title: string;
	/** Marks without text, as SVG. */
	readonly marks: string;
	readonly canvases: readonly {
		readonly canvas: HTMLCanvasElement;
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
	}[];
	readonly lettering: readonly Lettering[];
}

const margin = 16;
const titleSize = 16;
const lineHeight = 22;

const painted = ['fill', 'stroke'] as const;
const copied = [
	'stroke-width',
	'stroke-dasharray',
	'stroke-linecap',
	'stroke-linejoin',
	'opacity',
	'fill-opacity',
	'stroke-opacity'
] as const;

/** A colour as any SVG reader knows it. */
function plain(colour: string): string {
	if (colour === 'none' || colour.startsWith('url(')) return colour;
	const [r, g, b, a] = channels(colour);
	return a === 1 ? `rgb(${r},${g},${b})` : `rgba(${r},${g},${b},${Number(a.toFixed(3))})`;
}

const shown = (style: CSSStyleDeclaration) => style.display !== 'none' && style.visibility !== 'hidden';

/** Copies an SVG tree with its computed look as attributes; text and passing marks (`data-passing`) stay behind. */
function copyMarks(from: Element): Element | null {
	const style = getComputedStyle(from);
	if (from.tagName === 'text' || from.tagName === 'title' || from.hasAttribute('data-passing') || !shown(style)) return null;
	const to = document.createElementNS('http://www.w3.org/2000/svg', from.tagName);
	for (const { name, value } of from.attributes) {
		if (!/^(class|style|role|tabindex|focusable|id|on.*|aria-.*|data-.*)$/.test(name)) to.setAttribute(name, value);
	}
	if (from instanceof SVGGeometryElement) {
		for (const name of painted) to.setAttribute(name, plain(style.getPropertyValue(name)));
		for (const name of copied) to.setAttribute(name, style.getPropertyValue(name));
	} else if (style.opacity !== '1') to.setAttribute('opacity', style.opacity);
	for (const child of from.children) {
		const made = copyMarks(child);
		if (made) to.append(made);
	}
	return to;
}

function letter(text: SVGTextElement, origin: DOMRect): Lettering | null {
	const style = getComputedStyle(text);
	const content = text.textContent.trim();
	const matrix = text.getScreenCTM();
	if (content === '' || !matrix || !shown(style) || text.closest('[data-passing]')) return null;
	const { x, y } = text.getStartPositionOfChar(0).matrixTransform(matrix);
	return {
		text: content,
		x: x - origin.left,
		y: y - origin.top,
		angle: (Math.atan2(matrix.b, matrix.a) * 180) / Math.PI,
		size: parseFloat(style.fontSize),
		weight: style.fontWeight,
		fill: plain(style.fill),
		halo: style.stroke === 'none' ? null : { colour: plain(style.stroke), width: parseFloat(style.strokeWidth) }
	};
}

/** Takes the charts inside `body` off the page as one picture under its title, on the paper of the theme of now. */
export function takePicture(body: HTMLElement, title: string): Picture {
	const box = body.getBoundingClientRect();
	const width = Math.ceil(box.width) + 2 * margin;
	const bold = measureAt(titleSize, 600);
	const lines = title === '' ? [] : wrapText(title, width - 2 * margin, 4, bold);
	const above = margin + lines.length * lineHeight + (lines.length > 0 ? 8 : 0);
	const origin = new DOMRect(box.left - margin, box.top - above, 0, 0);
	const ink = plain(getComputedStyle(body).color);
	const place = (element: Element) => {
		const { left, top, width: w, height: h } = element.getBoundingClientRect();
		return { x: left - origin.left, y: top - origin.top, width: w, height: h };
	};
	const charts = [...body.querySelectorAll<SVGSVGElement>('svg[data-chart]')];
	const writer = new XMLSerializer();
	const marks = charts.map((chart) => {
		const copy = copyMarks(chart);
		const { x, y, width: w, height: h } = place(chart);
		for (const [name, value] of Object.entries({ x, y, width: w, height: h })) copy?.setAttribute(name, String(value));
		copy?.setAttribute('overflow', 'visible');
		return copy ? writer.serializeToString(copy) : '';
	});
	const texts = charts.flatMap((chart) => [...chart.querySelectorAll('text')].flatMap((text) => letter(text, origin) ?? []));
	const heading = lines.map((text, i) => ({
		text,
		x: margin,
		y: margin + (i + 0.75) * lineHeight,
		angle: 0,
		size: titleSize,
		weight: '600',
		fill: ink,
		halo: null
	}));
	return {
		width,
		height: Math.ceil(Math.max(...charts.map((chart) => chart.getBoundingClientRect().bottom)) - box.top + above + margin),
		paper: plain(getComputedStyle(document.body).backgroundColor),
		title,
		marks: marks.join(''),
		canvases: [...body.querySelectorAll('canvas')].map((canvas) => ({ canvas, ...place(canvas) })),
		lettering: [...heading, ...texts]
	};
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const frame = ({ width, height }: Picture, content: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;

/** The picture as one SVG file that needs nothing else; points drawn on a canvas are inside as an image. */
export function toSvg(picture: Picture): string {
	const images = picture.canvases.map(
		({ canvas, x, y, width, height }) => `<image x="${x}" y="${y}" width="${width}" height="${height}" href="${canvas.toDataURL()}"/>`
	);
	const texts = picture.lettering.map(({ text, x, y, angle, size, weight, fill, halo }) => {
		const turn = Math.abs(angle) < 0.01 ? '' : ` transform="rotate(${angle} ${x} ${y})"`;
		const stroke = halo ? ` stroke="${halo.colour}" stroke-width="${halo.width}" stroke-linejoin="round" paint-order="stroke"` : '';
		return `<text x="${x}" y="${y}" font-family="${chartFont}" font-size="${size}" font-weight="${weight}" fill="${fill}"${stroke}${turn}>${escaped(text)}</text>`;
	});
	const ground = `<rect width="100%" height="100%" fill="${picture.paper}"/>`;
	return frame(picture, `<title>${escaped(picture.title)}</title>${ground}${images.join('')}${picture.marks}${texts.join('')}`);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		return image;
	} finally {
		URL.revokeObjectURL(url);
	}
}

/** The picture as PNG, `ratio` px for each of its own. Text is written with the page's font, which an SVG image could not load. */
export async function toPng(picture: Picture, ratio = 2): Promise<Blob> {
	const canvas = document.createElement('canvas');
	canvas.width = picture.width * ratio;
	canvas.height = picture.height * ratio;
	const ctx = canvas.getContext('2d');
	if (!ctx) throw new Error('no canvas to paint on');
	ctx.scale(ratio, ratio);
	ctx.fillStyle = picture.paper;
	ctx.fillRect(0, 0, picture.width, picture.height);
	for (const { canvas: drawn, x, y, width, height } of picture.canvases) ctx.drawImage(drawn, x, y, width, height);
	ctx.drawImage(await imageOf(frame(picture, picture.marks)), 0, 0, picture.width, picture.height);
	for (const { text, x, y, angle, size, weight, fill, halo } of picture.lettering) {
		ctx.save();
		ctx.translate(x, y);
		ctx.rotate((angle * Math.PI) / 180);
		ctx.font = `${weight} ${size}px ${chartFont}`;
		if (halo) {
			ctx.lineJoin = 'round';
			ctx.lineWidth = halo.width;
			ctx.strokeStyle = halo.colour;
			ctx.strokeText(text, 0, 0);
		}
		ctx.fillStyle = fill;
		ctx.fillText(text, 0, 0);
		ctx.restore();
	}
	return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
}
