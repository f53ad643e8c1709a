import type { History } from './histories.js';
import type { OrderModel } from './order-model.js';

/**
 * Weeks from the end of a history until the next order comes with probability `share` (in [0, 1)), of a customer who has not left: a
 * quantile of the Lomax distribution, whatever the model says of leaving.
 */
export const weeksToNextOrder = ({ r, alphaWeeks }: OrderModel, { repeats, ageWeeks }: History, share: number): number =>
	(alphaWeeks + ageWeeks) * Math.expm1(-Math.log1p(-share) / (r + repeats));
