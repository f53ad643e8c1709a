export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1258'] as const;
export type Encoding = (typeof encodings)[number];

/** Windows-1258 writes the five Vietnamese tones as bytes of their own, after the vowel they belong to. */
const tones = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
const vowels = new Set(
	[...'aeiouyAEIOUY'].map((letter) => letter.charCodeAt(0)).concat(0xc2, 0xc3, 0xca, 0xd4, 0xd5, 0xdd, 0xe2, 0xe3, 0xea, 0xf4, 0xf5, 0xfd)
);

/** The likelier of the two one-byte encodings: in Vietnamese every other letter beyond ASCII is a tone after a vowel. */
export function oneByteEncoding(bytes: Uint8Array): Encoding {
	let high = 0;
	let toned = 0;
	for (let i = 1; i < bytes.length; i++) {
		if (bytes[i]! < 0x80) continue;
		high++;
		if (tones.has(bytes[i]!) && vowels.has(bytes[i - 1]!)) toned++;
	}
	return toned >= 2 && toned >= high * 0.2 ? 'windows-1258' : 'windows-1252';
}

/** Whether every second byte is mostly zero and the others mostly are not: ASCII in UTF-16 without a byte-order mark. */
function zerosAt(bytes: Uint8Array, odd: 0 | 1): boolean {
	const zeros = [0, 0];
	const pairs = Math.min(bytes.length, 4096) >> 1;
	for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) zeros[i & 1]!++;
	return pairs >= 4 && zeros[odd]! > pairs * 0.4 && zeros[1 - odd]! < pairs * 0.05;
}

export function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
		return true;
	} catch {
		return false;
	}
}

/** The encoding of a text from its first bytes, and how many of them are a byte-order mark. */
export function encodingOf(head: Uint8Array, whole: boolean): { encoding: Encoding; bom: number } {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
	if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
	if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
	if (zerosAt(head, 1)) return { encoding: 'utf-16le', bom: 0 };
	if (zerosAt(head, 0)) return { encoding: 'utf-16be', bom: 0 };
	return { encoding: isUtf8(head, whole) ? 'utf-8' : oneByteEncoding(head), bom: 0 };
}

const encoder = new TextEncoder();

/** Turns pieces of a text into UTF-8, one after the other; characters that straddle pieces stay whole, tones join their vowels. */
export class Utf8 {
	readonly #decoder: TextDecoder | null;
	readonly #compose: boolean;
	#held = '';

	constructor(encoding: Encoding) {
		this.#decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { ignoreBOM: true });
		this.#compose = encoding === 'windows-1258';
	}

	next(bytes: Uint8Array<ArrayBuffer>, last: boolean): Uint8Array<ArrayBuffer> {
		if (!this.#decoder) return bytes;
		// Node takes Windows-1252 for Latin-1, other than the standard says, where it decodes all at once.
		let text = this.#held + this.#decoder.decode(bytes, { stream: true }) + (last ? this.#decoder.decode() : '');
		this.#held = '';
		if (this.#compose) {
			if (!last) {
				this.#held = /.?\p{M}*$/su.exec(text)![0];
				text = text.slice(0, text.length - this.#held.length);
			}
			text = text.normalize('NFC');
		}
		return encoder.encode(text);
	}
}
