import { expect, it } from 'vitest';
import { graphics } from '../../src/lib/backend/graphics.js';
import { openBackend } from '../../src/lib/backend/open.js';
import { withhold } from './withhold.js';

it('a graphics card that does not draw 32-bit floats is refused, also where it was chosen', async () => {
	withhold('EXT_color_buffer_float', 'WEBGL_debug_renderer_info');
	expect(graphics().reason).toBe('noFloat32');
	for (const choice of ['auto', 'webgl'] as const)
		expect((await openBackend(choice)).device).toEqual({ backend: 'wasm', renderer: '', reason: 'noFloat32', trial: null });
});
