export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/**
 * Where a panel of `width` by `height` stands so that it is next to `anchor` and inside a viewport: below it where there is room, else
 * above, and never over its own edge. All in px.
 */
export function beside(
	anchor: Box,
	panel: { readonly width: number; readonly height: number },
	viewport: { readonly width: number; readonly height: number },
	gap = 6,
	margin = 8
): { left: number; top: number } {
	const below = anchor.top + anchor.height + gap;
	const above = anchor.top - gap - panel.height;
	const left = Math.max(margin, Math.min(anchor.left, viewport.width - margin - panel.width));
	const fits = below + panel.height + margin <= viewport.height || above < margin;
	return { left, top: fits ? below : above };
}
