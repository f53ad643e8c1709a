import { vi } from 'vitest';

/** Has the browser keep extensions of WebGL to itself, as some do; to be called before the page looks at its graphics card. */
export function withhold(...names: readonly string[]): void {
	const gl = WebGL2RenderingContext.prototype as { getExtension(name: string): unknown };
	const { getExtension } = gl;
	vi.spyOn(gl, 'getExtension').mockImplementation(function (this: typeof gl, name) {
		return names.includes(name) ? null : getExtension.call(this, name);
	});
}
