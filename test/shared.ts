import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../shared/', import.meta.url));

/** A file of the reference data beside the checkout, or null where it is not there; says so once per file. */
export function sharedFile(path: string): string | null {
	const whole = root + path;
	if (existsSync(whole)) return whole;
	console.warn(`Reference data ${path} is not beside this checkout: what compares with it is not run.`);
	return null;
}
