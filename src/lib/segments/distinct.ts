/** Texts of which no two are equal: those that were get a number, counted from 1, that makes a text none of the others is. */
export function distinct(texts: readonly string[]): string[] {
	const taken = new Set(texts);
	return texts.map((text) => {
		if (texts.indexOf(text) === texts.lastIndexOf(text)) return text;
		let n = 1;
		while (taken.has(`${text} (${n})`)) n++;
		const own = `${text} (${n})`;
		taken.add(own);
		return own;
	});
}
