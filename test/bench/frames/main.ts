import { mount } from 'svelte';
import '../../../src/app/theme.css';
import { segmentMark } from '../../../src/charts/palette.js';
import Scatter from '../../../src/charts/Scatter.svelte';
import { loadTexts } from '../../../src/i18n/format.js';
import { kinds } from '../ml/kinds.js';

/** A map of as many points as the address says behind #, in six groups. */
const n = Number(location.hash.slice(1));
const places = kinds['blobs']!(n, 2);
const group = Uint16Array.from({ length: n }, (_, i) => i % 6);
const groups = Array.from({ length: 6 }, (_, g) => ({ name: String(g + 1), ...segmentMark(g) }));
await loadTexts();
mount(Scatter, {
	target: document.getElementById('map')!,
	props: {
		x: Float32Array.from({ length: n }, (_, i) => places[2 * i]!),
		y: Float32Array.from({ length: n }, (_, i) => places[2 * i + 1]!),
		group,
		groups
	}
});
