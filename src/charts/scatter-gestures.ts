import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/** What a person can mean by pointer, wheel and keys over a map; places are in px from its top left corner. */
export interface Gestures {
	pan(dx: number, dy: number): void;
	zoom(factor: number, x: number, y: number): void;
	fit(): void;
	/** Picks out whoever is in sight. */
	all(): void;
	/** Null when the pointer has left. */
	hover(at: readonly [number, number] | null): void;
	click(x: number, y: number): void;
	/** True where dragging draws a path instead of moving the map. */
	lassoing(): boolean;
	/** The path so far; `done` when it is closed. */
	lasso(path: readonly (readonly [number, number])[], done: boolean): void;
	escape(): void;
}

const keyStep = 48;
const keyFactor = 1.4;
/** A pointer that moved less, in px, has clicked. */
const still = 4;

/**
 * Makes an element hear gestures. The wheel zooms only a map that has the focus (or with Ctrl, as pinching a trackpad sends it), and one
 * finger up or down scrolls the page: a map must not hold fast who reads past it.
 */
export function gestures(handle: Gestures): Attachment<HTMLElement> {
	return (element) => {
		const pointers = new Map<number, [number, number]>();
		let path: [number, number][] | null = null;
		let travelled = 0;
		element.tabIndex = 0;

		const at = (event: PointerEvent | WheelEvent | MouseEvent): [number, number] => {
			const box = element.getBoundingClientRect();
			return [event.clientX - box.left, event.clientY - box.top];
		};
		const middle = () => {
			const box = element.getBoundingClientRect();
			return [box.width / 2, box.height / 2] as const;
		};

		function down(event: PointerEvent) {
			if (event.button !== 0) return;
			element.focus({ preventScroll: true });
			element.setPointerCapture(event.pointerId);
			const place = at(event);
			pointers.set(event.pointerId, place);
			travelled = pointers.size > 1 ? Infinity : 0;
			path = pointers.size === 1 && (handle.lassoing() || event.shiftKey) ? [place] : null;
		}

		function move(event: PointerEvent) {
			const place = at(event);
			const before = pointers.get(event.pointerId);
			if (!before) return handle.hover(place);
			const [dx, dy] = [place[0] - before[0], place[1] - before[1]];
			if (path) {
				const last = path.at(-1) ?? place;
				if (Math.hypot(place[0] - last[0], place[1] - last[1]) < 3) return;
				path.push(place);
				handle.lasso(path, false);
			} else if (pointers.size === 1) handle.pan(dx, dy);
			else {
				const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1] ?? before;
				const spanBefore = Math.hypot(before[0] - other[0], before[1] - other[1]);
				const span = Math.hypot(place[0] - other[0], place[1] - other[1]);
				handle.pan(dx / 2, dy / 2);
				if (spanBefore > 0) handle.zoom(span / spanBefore, (place[0] + other[0]) / 2, (place[1] + other[1]) / 2);
			}
			travelled += Math.hypot(dx, dy);
			pointers.set(event.pointerId, place);
		}

		function up(event: PointerEvent) {
			if (!pointers.delete(event.pointerId)) return;
			const cancelled = event.type === 'pointercancel';
			if (path && path.length > 2 && !cancelled) handle.lasso(path, true);
			else if (path) handle.lasso([], true);
			if (!cancelled && travelled < still && (!path || path.length < 3)) handle.click(...at(event));
			path = null;
		}

		function wheel(event: WheelEvent) {
			if (!event.ctrlKey && document.activeElement !== element) return;
			event.preventDefault();
			const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
			handle.zoom(2 ** (-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.003)), ...at(event));
		}

		function key(event: KeyboardEvent) {
			if (event.ctrlKey || event.metaKey || event.altKey) return;
			const acts: Record<string, () => void> = {
				ArrowLeft: () => handle.pan(keyStep, 0),
				ArrowRight: () => handle.pan(-keyStep, 0),
				ArrowUp: () => handle.pan(0, keyStep),
				ArrowDown: () => handle.pan(0, -keyStep),
				'+': () => handle.zoom(keyFactor, ...middle()),
				'=': () => handle.zoom(keyFactor, ...middle()),
				'-': () => handle.zoom(1 / keyFactor, ...middle()),
				'0': () => handle.fit(),
				Home: () => handle.fit(),
				Enter: () => handle.all(),
				Escape: () => handle.escape()
			};
			const act = acts[event.key];
			if (!act) return;
			act();
			event.preventDefault();
		}

		const offs = [
			on(element, 'pointerdown', down),
			on(element, 'pointermove', move),
			on(element, 'pointerup', up),
			on(element, 'pointercancel', up),
			on(element, 'pointerleave', () => handle.hover(null)),
			on(element, 'wheel', wheel, { passive: false }),
			on(element, 'dblclick', (event) => handle.zoom(2, ...at(event))),
			on(element, 'keydown', key)
		];
		return () => offs.forEach((off) => off());
	};
}
