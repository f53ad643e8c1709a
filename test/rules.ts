import type { Rules } from '../src/lib/table/prepare.js';

/** What becomes of rows while nobody chooses otherwise. */
export const rules: Rules = {
	ruledOut: 'aside',
	overlap: 'aside',
	duplicate: 'keep',
	cancelled: 'aside',
	notPaid: 'aside',
	returned: 'aside',
	noPrice: 'aside'
};
