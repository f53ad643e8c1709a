import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const orders = `${shared}data/online_retail/online_retail.csv.gz`;
const script = `${shared}peers/pipeline.py`;
export const oneThread = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };

/** Unpacks the order log of 541,909 rows to `path`; false where it is not beside the checkout. @param {string} path */
export async function unpackOrders(path) {
	if (!existsSync(orders)) return false;
	await pipeline(createReadStream(orders), createGunzip(), createWriteStream(path));
	return true;
}

/**
 * Writes `rows` rows to `to`: those of `from` over and over, each round with orders and customers of its own. The order is the first
 * cell of a row and the customer the last but one.
 * @param {string} from
 * @param {string} to
 * @param {number} rows
 */
export async function multiplyOrders(from, to, rows) {
	const [header, ...lines] = readFileSync(from, 'utf8').trimEnd().split('\n');
	await pipeline(function* () {
		yield `${header}\n`;
		for (let i = 0; i < rows; i++) {
			const round = Math.floor(i / lines.length);
			const line = lines[i % lines.length] ?? '';
			const other = line.replace(/^"?[^",]*/, `$&${round}`).replace(/,(\d+)(,(?:"[^"]*"|[^,]*))$/, `,${round}$1$2`);
			yield `${round ? other : line}\n`;
		}
	}, createWriteStream(to));
}

/** A Python that has pandas and scikit-learn, or undefined. */
export const python = () =>
	['/usr/bin/python3', 'python3'].find((program) => spawnSync(program, ['-c', 'import pandas, sklearn'], { stdio: 'ignore' }).status === 0);

/**
 * Seconds per stage of the same work in pandas and scikit-learn on one thread, or why there are none.
 * @param {string} path
 * @param {number} epochs
 * @returns {Record<string, number> | string}
 */
export function runPeer(path, epochs) {
	if (!existsSync(script)) return 'the peer program is not beside this checkout';
	const program = python();
	if (!program) return 'no Python here has pandas and scikit-learn';
	const { status, stdout, stderr } = spawnSync(program, [script, path, String(epochs)], { env: oneThread, encoding: 'utf8' });
	if (status !== 0) return `the peer program failed: ${stderr}`;
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '').seconds;
}
