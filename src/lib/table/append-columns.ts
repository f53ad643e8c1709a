import type { Contacts } from './contacts.js';
import type { Dictionary } from './orders.js';

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Columns of codes one after the other, over one list of values; a file without the column has no value in any row. Null where none has it. */
export function appendCodes(parts: readonly (Dictionary | null)[], rows: readonly number[]): Dictionary | null {
	if (parts.every((part) => part === null)) return null;
	const known = new Map<string, number>();
	const codes = new Int32Array(sum(rows)).fill(-1);
	let start = 0;
	parts.forEach((part, i) => {
		if (part) {
			const codeOf = Int32Array.from(part.values, (value) => {
				const code = known.get(value) ?? known.size;
				known.set(value, code);
				return code;
			});
			for (let row = 0; row < part.codes.length; row++) {
				const code = part.codes[row]!;
				if (code >= 0) codes[start + row] = codeOf[code]!;
			}
		}
		start += rows[i]!;
	});
	return { codes, values: [...known.keys()] };
}

/** Columns of numbers one after the other; null where no file has it, `absent` for the rows of a file without it. */
export function appendColumns<T extends Float64Array | Uint8Array | Int8Array>(
	parts: readonly (T | null)[],
	rows: readonly number[],
	absent: (file: number) => T
): T | null {
	const some = parts.find((part) => part !== null);
	if (!some) return null;
	const out = new (some.constructor as new (length: number) => T)(sum(rows));
	let start = 0;
	parts.forEach((part, i) => {
		out.set(part ?? absent(i), start);
		start += rows[i]!;
	});
	return out;
}

/** What reaches the customers of several files: the nth column of each kind with the nth. Null where no file has any. */
export function appendContacts(files: readonly { readonly contacts?: () => Contacts | null }[], rows: readonly number[]): Contacts | null {
	const parts = files.map(({ contacts }) => contacts?.() ?? null);
	const most = (kind: 'emails' | 'phones') => Math.max(0, ...parts.map((part) => part?.[kind].length ?? 0));
	const nth = (kind: 'emails' | 'phones') =>
		Array.from({ length: most(kind) }, (_, n) =>
			appendCodes(
				parts.map((part) => part?.[kind][n] ?? null),
				rows
			)!
		);
	const device = appendCodes(
		parts.map((part) => part?.device ?? null),
		rows
	);
	const [emails, phones] = [nth('emails'), nth('phones')];
	if (emails.length + phones.length === 0 && !device) return null;
	return { emails, phones, ...(device ? { device } : {}) };
}
