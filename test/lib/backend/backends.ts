import { plainBackend as openPlain } from '../../../src/lib/backend/plain.js';
import { wasmBackend as openWasm } from '../../../src/lib/backend/wasm.js';

const about = { renderer: '', reason: 'chosen', trial: null } as const;
export const plainBackend = openPlain(about);
export const wasmBackend = openWasm(about);
