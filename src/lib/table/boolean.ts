import { textAt, type TextColumn } from './table.js';

const yes = ['true', 'yes', 'y', 't', 'on', 'có', 'đúng', 'ya', 'benar'];
const no = ['false', 'no', 'n', 'f', 'off', 'không', 'sai', 'tidak', 'salah'];
const words = new Map([...yes.map((word) => [word, 1] as const), ...no.map((word) => [word, 0] as const)]);
const longest = 16;

/** 1 for a word that says yes, 0 for one that says no, in English, Vietnamese or Malay; NaN for anything else. */
export function parseBoolean(cell: string): number {
	if (cell.length > longest) return NaN;
	return words.get(cell.trim().toLowerCase().normalize('NFC')) ?? NaN;
}

/** The value of each distinct text: 1, 0, or NaN where it is neither. */
export const columnBooleans = ({ texts }: TextColumn): Float64Array =>
	Float64Array.from({ length: texts.count }, (_, i) =>
		texts.offsets[i + 1]! - texts.offsets[i]! > longest * 2 ? NaN : parseBoolean(textAt(texts, i))
	);
