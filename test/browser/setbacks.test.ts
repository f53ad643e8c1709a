import { mount, unmount } from 'svelte';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { run } from '../../src/cells/segments/run.js';
import { spec } from '../../src/cells/segments/spec.js';
import View from '../../src/cells/segments/View.svelte';
import { loadTexts } from '../../src/i18n/format.js';
import { locale } from '../../src/i18n/locale.svelte.js';
import { quietContext } from '../context.js';
import { shopCustomers } from '../shop.js';

it('the segments cell says what befell its networks, and nothing where nothing did', async () => {
	await loadTexts();
	const params = v.parse(spec.params, { method: 'kmeans', k: 5 });
	const { view } = await run(quietContext(), params, { customers: await shopCustomers(), points: undefined });
	const read = (setbacks: typeof view.setbacks): string => {
		const idle = { passing: false, resting: false, problem: null, reveal: false, selection: null };
		const silent = { onparams: () => {}, onreveal: () => {}, onfiles: () => {}, onselection: () => {} };
		const ask = () => Promise.reject(new Error('Nobody asks.'));
		const shown = mount(View, { target: document.body, props: { params, view: { ...view, setbacks }, ask, ...idle, ...silent } });
		const text = document.body.innerText;
		void unmount(shown);
		return text;
	};
	locale.language = 'en';
	const both = read({ diverged: 1, resumed: 2 });
	expect(both).toContain('The error of 1 network grew without bound');
	expect(both).toContain('The graphics card went away while 2 networks learned');
	for (const calm of [null, { diverged: 0, resumed: 0 }]) expect(read(calm)).not.toMatch(/grew without bound|went away/);
	locale.language = 'vi';
	expect(read({ diverged: 3, resumed: 0 })).toContain('Sai số của 3 mạng');
});
