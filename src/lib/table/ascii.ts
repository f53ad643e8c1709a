/**
 * Writes a text into `into` as ASCII: the spaces, minus signs and apostrophes of typography become plain ones. Returns the length,
 * or −1 where another character is met or the text is longer than `into`.
 */
export function writeAscii(text: string, into: Uint8Array): number {
	if (text.length > into.length) return -1;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 0x80) into[i] = code;
		else if (code === 0xa0 || code === 0x2009 || code === 0x202f) into[i] = 0x20;
		else if (code === 0x2212 || code === 0x2013) into[i] = 0x2d;
		else if (code === 0x2019) into[i] = 0x27;
		else return -1;
	}
	return text.length;
}
