import { pointScale, type Mark } from '../../charts/palette.js';
import { shadeSteps } from './spec.js';

/** How each step of a scale is drawn, the lowest first, and at the end those of whom nothing is known. */
export const shadeMarks = (): Mark[] =>
	Array.from({ length: shadeSteps + 1 }, (_, i) =>
		i < shadeSteps ? { colour: pointScale(i / (shadeSteps - 1)), shape: 'circle' } : { colour: 'var(--muted)', shape: 'diamond' }
	);
