/**
 * Gives the focus to the cell around what had it, where that is taken away: nobody who uses the keyboard has to begin at the top of the
 * page again. An attachment of the element around the cells.
 */
export function keepFocus(root: HTMLElement): () => void {
	/** What has the focus, and what it stands in. */
	let focused: HTMLElement | null = null;
	let cell: HTMLElement | null = null;

	function enter({ target }: FocusEvent) {
		focused = target as HTMLElement;
		cell = focused.closest('section[tabindex]');
	}
	/** Whoever goes elsewhere is not called back; what is taken away is gone once this task is over. */
	function leave({ target }: FocusEvent) {
		queueMicrotask(() => {
			if (target === focused && focused?.isConnected) focused = null;
		});
	}
	const observer = new MutationObserver(() => {
		if (!focused || focused.isConnected || document.activeElement !== document.body) return;
		focused = null;
		if (cell?.isConnected) cell.focus({ preventScroll: true });
	});
	observer.observe(root, { childList: true, subtree: true });
	root.addEventListener('focusin', enter);
	root.addEventListener('focusout', leave);
	return () => {
		observer.disconnect();
		root.removeEventListener('focusin', enter);
		root.removeEventListener('focusout', leave);
	};
}
