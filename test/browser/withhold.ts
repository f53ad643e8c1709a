import { vi } from 'vitest';

/** Has the browser keep extensions of WebGL to itself, as some do; to be called before the page looks at its graphics card. */
export function withhold(...names: readonly string[]): void {
	const { getExtension } = WebGL2RenderingContext.prototype;
	vi.spyOn(WebGL2RenderingContext.prototype, 'getExtension').mockImplementation(function (this: WebGL2RenderingContext, name: string) {
		return names.includes(name) ? null : (getExtension.call(this, name) as unknown);
	});
}
