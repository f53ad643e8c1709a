/** What WebGL has to offer here. */
export interface Graphics {
	/** The graphics card as the browser names it; empty where there is none. */
	readonly renderer: string;
	/** `gpu`: a graphics card that draws 32-bit floats; or why it will not do. */
	readonly reason: 'gpu' | 'software' | 'noFloat32' | 'noWebgl';
}

let looked: Graphics | undefined;

/** Looks at the graphics card once: a context costs up to a second. A renderer in software is no graphics card. */
export const graphics = (): Graphics => (looked ??= look());

function look(): Graphics {
	if (typeof OffscreenCanvas === 'undefined') return { renderer: '', reason: 'noWebgl' };
	const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
	if (!gl) return { renderer: '', reason: 'noWebgl' };
	const names = gl.getExtension('WEBGL_debug_renderer_info');
	const renderer = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
	const float32 = gl.getExtension('EXT_color_buffer_float') !== null;
	gl.getExtension('WEBGL_lose_context')?.loseContext();
	if (/swiftshader|llvmpipe|software|basic render/i.test(renderer)) return { renderer, reason: 'software' };
	return { renderer, reason: float32 ? 'gpu' : 'noFloat32' };
}
