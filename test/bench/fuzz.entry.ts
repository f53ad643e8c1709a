import { readFileSync } from 'node:fs';
import { readOne } from '../../src/cells/data/read.js';
import { newFile } from '../../src/cells/data/spec.js';
import { Problem } from '../../src/lib/problem.js';
import { turn } from '../../src/compute/turn.js';
import { bombs, spoiledFiles } from '../lib/table/spoiled.js';

/** Resident memory of this process in MB; null where the system does not tell. */
function resident(): number | null {
	try {
		return Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;
	} catch {
		return null;
	}
}

/** Reads spoiled files of every kind and all bombs as the Data cell does, and says which took longest. */
export async function fuzz(count: number) {
	const start = resident();
	const found = { tables: 0, problems: 0, slowest: 0, slowestFile: '', peak: start === null ? null : 0, seconds: 0 };
	const look = () => {
		if (start !== null) found.peak = Math.max(found.peak!, resident()! - start);
	};
	const task = { signal: new AbortController().signal, progress: look, breathe: turn };
	const said = console.error;
	console.error = () => undefined;
	const read = async (file: File, called: string) => {
		const from = performance.now();
		try {
			await readOne(file, newFile({ kind: 'file', id: file.name, name: file.name }), 0, null, task);
			found.tables++;
		} catch (cause) {
			if (!(cause instanceof Problem)) throw new Error(called, { cause });
			found.problems++;
		}
		const seconds = (performance.now() - from) / 1000;
		look();
		found.seconds += seconds;
		if (seconds > found.slowest) [found.slowest, found.slowestFile] = [seconds, called];
	};
	let i = 0;
	for (const file of spoiledFiles(2, count)) await read(file, `${file.name}, number ${++i}`);
	for (const [name, make] of bombs) await read(new File([make() as BlobPart], name), name);
	console.error = said;
	return found;
}
