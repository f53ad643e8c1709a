/** Width of a text in px. */
export type Measure = (text: string) => number;

/** Shortens a text with an ellipsis so that it is at most `width` wide; empty where not even the ellipsis fits. */
export function fitText(text: string, width: number, measure: Measure): string {
	if (measure(text) <= width) return text;
	const letters = [...text];
	let low = 0;
	let high = letters.length;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (measure(letters.slice(0, middle).join('').trimEnd() + '…') <= width) low = middle;
		else high = middle - 1;
	}
	return low === 0 ? '' : letters.slice(0, low).join('').trimEnd() + '…';
}

/** Breaks a text at spaces into at most `most` lines no wider than `width`; what does not fit is shortened. */
export function wrapText(text: string, width: number, most: number, measure: Measure): string[] {
	const words = text.split(/[ \n]+/).filter((word) => word !== '');
	const lines: string[] = [];
	while (words.length > 0) {
		if (lines.length === most - 1) {
			lines.push(fitText(words.join(' '), width, measure));
			break;
		}
		let line = words.shift() ?? '';
		while (words[0] !== undefined && measure(`${line} ${words[0]}`) <= width) line += ` ${words.shift()}`;
		lines.push(fitText(line, width, measure));
	}
	return lines;
}

/** Chooses, of labels at ascending positions, those that can be written `gap` px apart; first and last are kept where both fit. */
export function uncrowded(positions: readonly number[], widths: readonly number[], gap: number): boolean[] {
	const half = (i: number) => (widths[i] ?? 0) / 2 + gap / 2;
	const clear = (i: number, j: number) => Math.abs((positions[i] ?? 0) - (positions[j] ?? 0)) >= half(i) + half(j);
	const last = positions.length - 1;
	const shown = positions.map(() => false);
	if (last < 0) return shown;
	shown[0] = true;
	const end = last > 0 && clear(0, last);
	if (end) shown[last] = true;
	for (let i = 1, before = 0; i < last; i++) {
		if (!end || !clear(before, i) || !clear(i, last)) continue;
		shown[i] = true;
		before = i;
	}
	return shown;
}
