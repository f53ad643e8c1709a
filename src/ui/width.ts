/**
 * Tells the width of an element, in px, once it is laid out and whenever it changes. Unlike a bound width it never makes the browser lay
 * out a page that is still being built.
 */
export const onWidth =
	(tell: (width: number) => void) =>
	(element: HTMLElement): (() => void) => {
		const observer = new ResizeObserver(([entry]) => tell(Math.round(entry!.contentRect.width)));
		observer.observe(element);
		return () => observer.disconnect();
	};
