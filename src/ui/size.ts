const onBox =
	(tell: (box: DOMRectReadOnly, border: ResizeObserverSize) => void) =>
	(element: HTMLElement): (() => void) => {
		const observer = new ResizeObserver(([entry]) => tell(entry!.contentRect, entry!.borderBoxSize[0]!));
		observer.observe(element);
		return () => observer.disconnect();
	};

/**
 * Tells the width within an element, in px, once it is laid out and whenever it changes. Unlike a bound width it never makes the browser
 * lay out a page that is still being built.
 */
export const onWidth = (tell: (width: number) => void) => onBox(({ width }) => tell(Math.round(width)));

/** As `onWidth`, of the height with padding and border. */
export const onHeight = (tell: (height: number) => void) => onBox((_, { blockSize }) => tell(Math.round(blockSize)));
