/** Levels of nesting that no table has. */
const deepest = 256;

/** Where a JSON text stops being one: an index into it. */
export class JsonError extends Error {
	constructor(readonly index: number) {
		super(`not JSON at ${index}`);
	}
}

/** Index of the quotation mark that ends the string which begins at `from`, or −1. */
function stringEnd(text: string, from: number): number {
	for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
		let slashes = 0;
		while (text.charCodeAt(end - 1 - slashes) === 92) slashes++;
		if (slashes % 2 === 0) return end;
	}
	return -1;
}

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Parses JSON. A number with more than 15 digits comes as a string of exactly those digits, since a double may not hold them.
 * Keys such as `__proto__` are own properties of what is returned: read it with `Object.entries`.
 * @throws JsonError where the text is no JSON, or is nested more than 256 deep
 */
export function parseJson(text: string): unknown {
	const parts: string[] = [];
	let done = 0;
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) {
			const end = stringEnd(text, at);
			if (end === -1) throw new JsonError(at);
			at = end;
		} else if (code === 123 || code === 91) {
			if (++depth > deepest) throw new JsonError(at);
		} else if (code === 125 || code === 93) depth--;
		else if (code >= 48 && code <= 57) {
			number.lastIndex = text.charCodeAt(at - 1) === 45 ? at - 1 : at;
			const from = number.lastIndex;
			const digits = number.exec(text)![0];
			at = from + digits.length - 1;
			if (digits.length <= 15 || /[eE]/.test(digits) || digits.replace(/\D/g, '').length <= 15) continue;
			parts.push(text.slice(done, from), '"', digits, '"');
			done = from + digits.length;
		}
	}
	parts.push(text.slice(done));
	try {
		return JSON.parse(parts.join(''));
	} catch {
		throw new JsonError(errorIndex(text));
	}
}

const token = /[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The sign, number, word or string that begins at an index, or nothing. */
function tokenAt(text: string, at: number): string | undefined {
	if (text[at] !== '"') {
		token.lastIndex = at;
		return token.exec(text)?.[0];
	}
	try {
		const string = text.slice(at, stringEnd(text, at) + 1);
		JSON.parse(string);
		return string;
	} catch {
		return undefined;
	}
}

/** Index of the first thing in a text, known not to be JSON, that cannot stand where it does. Engines do not agree on telling. */
function errorIndex(text: string): number {
	const open: string[] = [];
	let expected: 'value' | 'key' | 'colon' | 'next' | 'first' | 'firstKey' = 'value';
	let at = 0;
	for (;;) {
		while (/[ \t\r\n]/.test(text.charAt(at))) at++;
		const found = tokenAt(text, at);
		if (found === undefined) return at;
		const sign = found[0]!;
		const value = !'}],:'.includes(sign);
		if (expected === 'colon') {
			if (sign !== ':') return at;
			expected = 'value';
		} else if (expected === 'next') {
			if (sign === ',' && open.length > 0) expected = open.at(-1) === '{' ? 'key' : 'value';
			else if (sign === (open.at(-1) === '{' ? '}' : ']') && open.length > 0) open.pop();
			else return at;
		} else if (expected === 'key' || expected === 'firstKey') {
			if (sign === '"') expected = 'colon';
			else if (sign === '}' && expected === 'firstKey') {
				open.pop();
				expected = 'next';
			} else return at;
		} else if (sign === ']' && expected === 'first') {
			open.pop();
			expected = 'next';
		} else if (!value) return at;
		else if (sign === '{' || sign === '[') {
			open.push(sign);
			expected = sign === '{' ? 'firstKey' : 'first';
		} else expected = 'next';
		at += found.length;
	}
}
