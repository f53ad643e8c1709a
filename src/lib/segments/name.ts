import type { Feature } from '../features/customers.js';
import type { SegmentName } from './segments.js';
export function nameSegments(_f: readonly Feature[], _l: Uint16Array, k: number): SegmentName[] {
	return Array.from({ length: k }, (_, index) => ({ kind: 'traits', traits: [], index }));
}
