import { rgb } from 'd3';
import { createSubscriber } from 'svelte/reactivity';
import { shapes, type Mark } from './palette.js';
import type { Drawing } from './scatter-cloud.js';

const watchTheme = createSubscriber((update) => {
	const media = matchMedia('(prefers-color-scheme: dark)');
	const observer = new MutationObserver(update);
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
	media.addEventListener('change', update);
	return () => {
		observer.disconnect();
		media.removeEventListener('change', update);
	};
});

let pixel: OffscreenCanvasRenderingContext2D | null = null;

/** Red, green and blue (0–255) and opacity (0–1) of any colour that the browser computed, in whatever space it wrote it. */
export function channels(computed: string): [number, number, number, number] {
	const { r, g, b, opacity } = rgb(computed);
	if (!Number.isNaN(r)) return [Math.round(r), Math.round(g), Math.round(b), opacity];
	pixel ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
	if (!pixel) return [0, 0, 0, 1];
	pixel.clearRect(0, 0, 1, 1);
	pixel.fillStyle = computed;
	pixel.fillRect(0, 0, 1, 1);
	const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
	return [red, green, blue, alpha / 255];
}

/** What CSS colours, such as `var(--s1)`, come to in the theme of now. Read inside an effect or a derivation, it follows the theme. */
export function paints(colours: readonly string[]): [number, number, number, number][] {
	watchTheme();
	const probe = document.body.appendChild(document.createElement('span'));
	const found = colours.map((colour) => {
		probe.style.color = colour;
		return channels(getComputedStyle(probe).color);
	});
	probe.remove();
	return found;
}

/** How points of these marks are painted in the theme of now; see `paints`. */
export function paintedMarks(marks: readonly Mark[]): Pick<Drawing, 'colours' | 'faded'> {
	const channels = paints([...marks.map(({ colour }) => colour), 'var(--muted)']);
	const [r, g, b] = channels.at(-1) ?? [128, 128, 128];
	const colours = Uint8Array.from(marks.flatMap(({ shape }, i) => [...(channels[i] ?? []).slice(0, 3), shapes.indexOf(shape)]));
	return { colours, faded: [r, g, b] };
}
