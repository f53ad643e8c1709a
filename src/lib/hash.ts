/** 106 bits of hash by two runs of a multiply-xor mix. Web Crypto would do, but not on a page served over plain http in a workshop. */
export function hash(text: string): string {
	return half(text, 0x811c9dc5, 0x9e3779b9) + half(text, 0x2545f491, 0x6c078965);
}

function half(text: string, a: number, b: number): string {
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		a = Math.imul(a ^ code, 0x9e3779b1);
		b = Math.imul(b ^ code, 0x5f356495);
	}
	a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
	b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
	return ((a >>> 0) * 2097152 + (b >>> 11)).toString(36);
}
