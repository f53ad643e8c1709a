/** Digits that a 64-bit float holds without loss. */
const exactDigits = 15;

/**
 * Whether a text of digits is a name rather than a quantity, so that reading it as a number would lose part of it: a zero before
 * other digits (00123, 0912 345 678), more than fifteen digits, a phone number with its country (+84912345678), or an exponent
 * as no program writes one (1E5).
 */
export function isCode(bytes: Uint8Array, from: number, to: number): boolean {
	while (from < to && bytes[from]! <= 32) from++;
	while (from < to && bytes[to - 1]! <= 32) to--;
	const sign = bytes[from];
	const start = sign === 0x2b || sign === 0x2d ? from + 1 : from;
	let digits = 0;
	let exponent = false;
	for (let i = start; i < to; i++) {
		const byte = bytes[i]!;
		if (byte >= 48 && byte <= 57) digits++;
		else if ((byte === 0x45 || byte === 0x65) && digits > 0 && !exponent && i < to - 1) exponent = true;
		else if (byte !== 32 || exponent || digits === 0) return false;
	}
	if (digits === 0) return false;
	return exponent || (digits > 1 && bytes[start] === 48) || digits > exactDigits || (sign === 0x2b && digits >= 8);
}
