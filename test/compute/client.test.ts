import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ComputeClient, type Port } from '../../src/compute/client.js';
import type { Reply, Request } from '../../src/compute/protocol.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A client whose ports say only what a test has them say. */
function harness() {
	const ports: (Port & { sent: Request[]; ended: boolean })[] = [];
	const client = new ComputeClient(() => {
		const port = {
			sent: [] as Request[],
			ended: false,
			postMessage: (request: Request) => void port.sent.push(request),
			terminate: () => void (port.ended = true),
			onmessage: null,
			onerror: null
		};
		ports.push(port);
		return port;
	});
	const stop = new AbortController();
	const run = client.run({ type: 'data', key: 'k', params: {}, inputs: {}, seed: 1 }, stop.signal).catch((error: Error) => error);
	const say = (data: Reply) => ports.at(-1)!.onmessage!({ data } as MessageEvent<Reply>);
	return { client, ports, stop, run, say };
}

describe('a run that is stopped', () => {
	it('ends the worker when it does not answer for two seconds', async () => {
		const { ports, stop, run, say } = harness();
		say({ kind: 'ready' });
		stop.abort();
		expect(ports[0]!.sent.map(({ kind }) => kind)).toEqual(['run', 'cancel']);
		vi.advanceTimersByTime(1999);
		expect(ports[0]!.ended).toBe(false);
		vi.advanceTimersByTime(1);
		expect(ports[0]!.ended).toBe(true);
		expect(await run).toMatchObject({ name: 'AbortError' });
	});

	it('leaves a worker alone that is still loading, until it has loaded and does not answer', async () => {
		const { ports, stop, run, say } = harness();
		stop.abort();
		vi.advanceTimersByTime(60_000);
		expect(ports[0]!.ended).toBe(false);
		say({ kind: 'ready' });
		vi.advanceTimersByTime(2000);
		expect(ports[0]!.ended).toBe(true);
		expect(await run).toMatchObject({ name: 'AbortError' });
	});

	it('leaves a worker alone that answers', async () => {
		const { ports, stop, run, say } = harness();
		say({ kind: 'ready' });
		stop.abort();
		say({ kind: 'cancelled', job: 1 });
		expect(await run).toMatchObject({ name: 'AbortError' });
		vi.advanceTimersByTime(60_000);
		expect(ports[0]!.ended).toBe(false);
	});
});

describe('a question that is withdrawn', () => {
	it('has no answer, even where one is on its way; a result that is comes all the same', async () => {
		const { client, stop, run, say } = harness();
		say({ kind: 'ready' });
		const asked = client.ask('k', 'examination', null, false, stop.signal).catch((error: Error) => error);
		stop.abort();
		say({ kind: 'answer', job: 2, value: 'of what was' });
		say({ kind: 'done', job: 1, view: 'made', blocked: null, ms: 1 });
		expect(await asked).toMatchObject({ name: 'AbortError' });
		expect(await run).toMatchObject({ view: 'made' });
	});
});
