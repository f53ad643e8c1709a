import type { PersonalKind } from './personal.js';

/** Three letters of a text (FNV-1a, 32 bits): they tell hidden texts apart, and too many texts share them to lead back. */
function tag(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36).slice(-3).padStart(3, '0');
}

const dots = '•••';
const initial = (word: string): string => [...word][0] ?? '';

/**
 * A personal text as it is shown while personal data is hidden. The same text always looks the same, and two texts rarely do: an
 * e-mail keeps the first letter of its two halves and its ending (`n•••@g•••.com·4qz`), a phone number its last two digits, a name its
 * initials, anything else nothing.
 */
export function masked(text: string, kind: PersonalKind): string {
	const own = text.trim();
	if (own === '') return text;
	const end = `·${tag(own)}`;
	switch (kind) {
		case 'email': {
			const at = own.lastIndexOf('@');
			if (at < 0) return dots + end;
			const host = own.slice(at + 1);
			const dot = host.lastIndexOf('.');
			return `${initial(own)}${dots}@${initial(host)}${dots}${dot < 0 ? '' : host.slice(dot)}${end}`;
		}
		case 'phone':
			return `${dots}${own.replace(/\D/g, '').slice(-2)}${end}`;
		case 'name':
			return `${own
				.split(/\s+/)
				.map((word) => initial(word) + dots)
				.join(' ')}${end}`;
		case 'address':
		case 'paper':
		case 'note':
			return dots + end;
	}
}

/** Begins where a run of letters begins, so that a long one is gone through once. */
const email = /(?<![^\s@<>()[\]",;:])[^\s@<>()[\]",;:]+@[^\s@<>()[\]",;:]+\.[^\s@<>()[\]",;:]{2,}/g;
const phone = /(?<![\w+.-])(?:\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}|\(?0[1-9]\d{0,2}\)?(?:[ .-]?\d{3,4}){2,3})(?![\w-])/g;

/** A text in which every e-mail address and every phone number is masked, such as a note. */
export const contactsMasked = (text: string): string =>
	text.replace(email, (found) => masked(found, 'email')).replace(phone, (found) => masked(found, 'phone'));
