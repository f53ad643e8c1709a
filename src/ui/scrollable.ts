/** Lets the keyboard scroll an element whenever what it holds is wider than itself; otherwise it is no stop on the way. */
export function scrollable(element: HTMLElement): () => void {
	const observer = new ResizeObserver(() => {
		if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
		else element.removeAttribute('tabindex');
	});
	observer.observe(element);
	for (const child of element.children) observer.observe(child);
	return () => observer.disconnect();
}
