// A message to ourselves lets a waiting `cancel` in and, unlike requestAnimationFrame, costs no frame.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Waits one macrotask, so that waiting messages come in. */
export const turn = (): Promise<void> =>
	new Promise((resolve) => {
		waiting.push(resolve);
		channel.port2.postMessage(0);
	});
