/** Whether an element is in the window, or less than half a window away from it; calls back at once and whenever that changes. */
export function watchNear(element: Element, report: (near: boolean) => void): () => void {
	const observer = new IntersectionObserver((entries) => report(entries.at(-1)!.isIntersecting), { rootMargin: '50% 0px' });
	observer.observe(element);
	return () => observer.disconnect();
}
