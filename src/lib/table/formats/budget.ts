import { Problem } from '../../problem.js';

const mebibyte = 1 << 20;
const most = 2048 * mebibyte;
const ratio = 200;

/** How much a packed file may still unpack to, over everything inside it. */
export interface Budget {
	/** Counts `bytes` more. @throws Problem fileTooBig (sizes in MB) when that is too much */
	spend(bytes: number): void;
}

/** A budget for what a file of `size` bytes unpacks to: `harmless` bytes (64 MiB) or 200 times its size, whichever is more, and never over 2 GiB. */
export const budgetFor = (name: string, size: number, harmless = 64 * mebibyte): Budget =>
	budgetOf(name, size, Math.min(most, Math.max(harmless, ratio * size)));

/** A budget of `limit` bytes for what is made of a file of `size` bytes. */
export function budgetOf(name: string, size: number, limit: number): Budget {
	let spent = 0;
	return {
		spend(bytes) {
			spent += bytes;
			if (spent > limit) throw tooBig(name, size, limit);
		}
	};
}

/** The problem of a file of `size` bytes where what is read of it may have `limit` bytes. */
export const tooBig = (name: string, size: number, limit: number): Problem =>
	new Problem('fileTooBig', { file: name, size: Math.ceil(size / mebibyte), limit: Math.floor(limit / mebibyte) });
