import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/lib/problem.js';
import { seeded } from '../../../src/lib/random.js';
import type { TextTable } from '../../../src/lib/table/table.js';
import { bytesOf, fileNames } from '../../fixtures/battery.js';
import { readTable } from '../../table.js';

type Bytes = Uint8Array<ArrayBuffer>;

const longest = 200_000;
const files = fileNames.toSorted().map(bytesOf);

const joined = (...parts: readonly Uint8Array[]): Bytes => {
	const out = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
	let at = 0;
	for (const part of parts) {
		out.set(part, at);
		at += part.length;
	}
	return out;
};
const text = (content: string): Bytes => new TextEncoder().encode(content);

/** Ways to spoil a file; `below(n)` is a random integer from 0 to n − 1. */
const mutations: readonly ((bytes: Bytes, below: (n: number) => number) => Bytes)[] = [
	/* cut off */ (bytes, below) => bytes.slice(0, below(bytes.length + 1)),
	/* begun late */ (bytes, below) => bytes.slice(below(bytes.length + 1)),
	/* a piece left out */ (bytes, below) => {
		const from = below(bytes.length + 1);
		return joined(bytes.subarray(0, from), bytes.subarray(from + below(200)));
	},
	/* bytes changed */ (bytes, below) => {
		const out = bytes.slice();
		for (let n = 1 + below(20); n > 0 && out.length > 0; n--) out[below(out.length)] = below(256);
		return out;
	},
	/* a piece of another file */ (bytes, below) => {
		const other = files[below(files.length)]!;
		const from = below(other.length + 1);
		const at = below(bytes.length + 1);
		return joined(bytes.subarray(0, at), other.subarray(from, from + below(4000)), bytes.subarray(at));
	},
	/* twice */ (bytes) => joined(bytes, bytes),
	/* zeros */ (bytes, below) => inserted(bytes, below, () => new Uint8Array(1 + below(8)), 2),
	/* quotation marks */ (bytes, below) => inserted(bytes, below, () => text('"'.repeat(1 + below(3))), 1 + below(12)),
	/* an enormous field */ (bytes, below) =>
		inserted(bytes, below, () => text(['x', ' ', '"', '1', 'đ', '@.', '# '][below(7)]!.repeat(below(30_000))), 1),
	/* delimiters */ (bytes, below) =>
		inserted(bytes, below, () => text([',', ';', '\t', '|', ' '][below(5)]!.repeat(1 + below(300))), 1 + below(3)),
	/* line ends */ (bytes, below) =>
		inserted(bytes, below, () => text(['\n', '\r', '\r\n', '\n\r'][below(4)]!.repeat(1 + below(50))), 1 + below(5)),
	/* marks of byte order */ (bytes, below) =>
		joined([Uint8Array.of(0xef, 0xbb, 0xbf), Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xfe, 0xff)][below(3)]!, bytes)
];

function inserted(bytes: Bytes, below: (n: number) => number, piece: () => Uint8Array, times: number): Bytes {
	for (let n = 0; n < times; n++) {
		const at = below(bytes.length + 1);
		bytes = joined(bytes.subarray(0, at), piece(), bytes.subarray(at));
	}
	return bytes;
}

async function outcome(bytes: Bytes, chunk: number): Promise<TextTable | Problem> {
	try {
		return (await readTable(bytes, { chunk })).table;
	} catch (cause) {
		if (cause instanceof Problem) return cause;
		throw cause;
	}
}

/** What holds of any table that was read from so many bytes. */
function check(table: TextTable, bytes: number): void {
	const width = table.columns.length;
	expect(table.rows).toBeGreaterThan(0);
	expect(width).toBeGreaterThan(0);
	expect(width).toBeLessThanOrEqual(bytes + 1);
	// A row that is not short holds a delimiter or a line end for each of its cells, but for the last line.
	expect((table.rows - table.notes.short.count) * width).toBeLessThanOrEqual(bytes + 1);
	for (const { codes, texts } of table.columns) {
		expect(codes.length).toBe(table.rows);
		expect(codes.every((code) => code < texts.count)).toBe(true);
		expect(texts.offsets.length).toBe(texts.count + 1);
		expect(texts.offsets[1]).toBe(0);
		expect(texts.offsets.every((at, i) => i < 2 || at > texts.offsets[i - 1]!)).toBe(true);
		expect(texts.offsets[texts.count]).toBe(texts.bytes.length);
	}
}

describe('spoiled files', () => {
	it.each(Array.from({ length: 20 }, (_, i) => [i + 1]))('end with a table or a problem, 500 of series %i', async (seed) => {
		const random = seeded(seed);
		const below = (n: number) => Math.floor(random() * n);
		let tables = 0;
		for (let i = 0; i < 500; i++) {
			let bytes = files[below(files.length)]!;
			for (let n = 1 + below(3); n > 0; n--) bytes = mutations[below(mutations.length)]!(bytes, below).subarray(0, longest);
			const result = await outcome(bytes, 1 << 18);
			if (!(result instanceof Problem)) {
				tables++;
				check(result, bytes.length);
			}
			if (i % 4 === 0) expect(isDeepStrictEqual(await outcome(bytes, 50 + below(5000)), result), `mutation ${i} in pieces`).toBe(true);
		}
		expect(tables).toBeGreaterThan(100);
	});
});
