/** What a masked text is of. */
export type MaskKind = 'email' | 'phone' | 'text';

const kindOf = (text: string): MaskKind => (/^\S+@\S+$/.test(text) ? 'email' : /^\+?[\d\s().-]{7,}$/.test(text) ? 'phone' : 'text');

/**
 * A text that names, reaches or locates a person, so that its owner knows it again and nobody else learns it:
 * `nguyen.***@…` of an e-mail, the last two digits of a phone number, the first letter of each word of anything else.
 */
export function masked(text: string, kind: MaskKind = kindOf(text.trim())): string {
	const bare = text.trim();
	if (kind === 'email') {
		const first = /^[^@.+_-]{1,6}/.exec(bare)?.[0] ?? '';
		return `${first.length > 2 ? first : first.slice(0, 1)}***@…`;
	}
	if (kind === 'phone') return bare.length > 4 ? `…${bare.slice(-2)}` : '…';
	return bare.replace(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu, (word) => `${word.slice(0, 1)}…`);
}
