import { fadedOpacity, type Cloud, type Drawing } from './scatter-cloud.js';
import { fragmentShader, vertexShader } from './scatter-shaders.js';

const msBetweenLooks = 4;
const attributes = { x: 0, y: 1, group: 2, selected: 3 } as const;
type Attribute = keyof typeof attributes;
const uniformNames = ['view', 'radius', 'opacity', 'pass', 'faded', 'colours'] as const;
type Uniforms = Record<(typeof uniformNames)[number], WebGLUniformLocation | null>;

/** What lives as long as the context: rebuilt after the browser took the context away and gave it back. */
interface Live {
	readonly program: WebGLProgram;
	readonly uniforms: Uniforms;
}

function compile(gl: WebGL2RenderingContext): Live | null {
	const program = gl.createProgram();
	for (const [kind, source] of [
		[gl.VERTEX_SHADER, vertexShader],
		[gl.FRAGMENT_SHADER, fragmentShader]
	] as const) {
		const shader = gl.createShader(kind);
		if (!shader) return null;
		gl.shaderSource(shader, source);
		gl.compileShader(shader);
		gl.attachShader(program, shader);
		gl.deleteShader(shader);
	}
	gl.linkProgram(program);
	if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
	const uniforms = Object.fromEntries(uniformNames.map((name) => [name, gl.getUniformLocation(program, name)])) as Uniforms;
	return { program, uniforms };
}

/** The one WebGL2 context of the page: browsers allow about sixteen, and every map of a notebook draws through this one. */
class Shared {
	readonly canvas = document.createElement('canvas');
	readonly gl: WebGL2RenderingContext;
	readonly restored = new Set<() => void>();
	live: Live | null;

	constructor() {
		const gl = this.canvas.getContext('webgl2', { alpha: true, antialias: false, depth: false, stencil: false });
		if (!gl) throw new Error('no WebGL2');
		this.gl = gl;
		this.live = compile(gl);
		if (!this.live) throw new Error('no shaders');
		this.canvas.addEventListener('webglcontextlost', (event) => {
			event.preventDefault();
			this.live = null;
		});
		this.canvas.addEventListener('webglcontextrestored', () => {
			this.live = compile(gl);
			for (const tell of this.restored) tell();
		});
	}
}

let shared: Shared | null | undefined;
function share(): Shared | null {
	if (shared === undefined) {
		try {
			shared = new Shared();
		} catch {
			shared = null;
		}
	}
	return shared;
}

/** The points of one map on the GPU. Buffers are kept between drawings and refilled only where an array was replaced. */
export class GlPoints {
	readonly #shared: Shared;
	readonly #onrestored: () => void;
	#live: Live | null = null;
	#vertices: WebGLVertexArrayObject | null = null;
	#buffers: Partial<Record<Attribute, WebGLBuffer>> = {};
	#texture: WebGLTexture | null = null;
	#held: { [name in Attribute | 'colours']?: ArrayBufferView | undefined } = {};

	private constructor(holder: Shared, onrestored: () => void) {
		this.#shared = holder;
		this.#onrestored = onrestored;
		holder.restored.add(onrestored);
	}

	/** Null where the browser has no WebGL2. `onrestored` is called when a lost context is back and a new drawing is due. */
	static open(onrestored: () => void): GlPoints | null {
		const holder = share();
		return holder && new GlPoints(holder, onrestored);
	}

	/** Draws into a canvas of `width · ratio` by `height · ratio` px. False where the context is lost: draw in another way until it is back. */
	draw(into: CanvasRenderingContext2D, cloud: Cloud, drawing: Drawing): boolean {
		const { gl, canvas, live } = this.#shared;
		if (!live || gl.isContextLost()) return false;
		const width = Math.max(1, Math.round(drawing.width * drawing.ratio));
		const height = Math.max(1, Math.round(drawing.height * drawing.ratio));
		if (canvas.width < width) canvas.width = width;
		if (canvas.height < height) canvas.height = height;
		this.#prepare(live, cloud, drawing);

		const { view } = drawing;
		const { uniforms } = live;
		gl.viewport(0, 0, width, height);
		gl.clearColor(0, 0, 0, 0);
		gl.clear(gl.COLOR_BUFFER_BIT);
		gl.useProgram(live.program);
		gl.enable(gl.BLEND);
		gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
		const [perX, perY] = [2 / drawing.width, 2 / drawing.height];
		gl.uniform4f(uniforms.view, view.scale * perX, view.scale * perY, view.left * perX - 1, 1 - view.top * perY);
		gl.uniform1f(uniforms.radius, drawing.radius * drawing.ratio);
		gl.uniform3f(uniforms.faded, drawing.faded[0] / 255, drawing.faded[1] / 255, drawing.faded[2] / 255);
		gl.uniform1i(uniforms.colours, 0);
		for (const pass of cloud.selected ? [1, 2] : [0]) {
			gl.uniform1i(uniforms.pass, pass);
			gl.uniform1f(uniforms.opacity, drawing.opacity * (pass === 1 ? fadedOpacity : 1));
			gl.drawArrays(gl.POINTS, 0, cloud.x.length);
		}
		into.save();
		into.setTransform(1, 0, 0, 1, 0, 0);
		into.clearRect(0, 0, width, height);
		into.drawImage(canvas, 0, canvas.height - height, width, height, 0, 0, width, height);
		into.restore();
		return !gl.isContextLost();
	}

	/** Calls `tell` when all that was drawn is there: `draw` only asks for it. Never where the context is lost meanwhile. */
	whenDrawn(tell: () => void): void {
		const { gl } = this.#shared;
		const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
		if (!fence) return;
		gl.flush();
		const look = () => {
			if (gl.isContextLost()) return;
			if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return void setTimeout(look, msBetweenLooks);
			gl.deleteSync(fence);
			tell();
		};
		setTimeout(look);
	}

	dispose(): void {
		const { gl, restored } = this.#shared;
		restored.delete(this.#onrestored);
		for (const buffer of Object.values(this.#buffers)) gl.deleteBuffer(buffer);
		gl.deleteVertexArray(this.#vertices);
		gl.deleteTexture(this.#texture);
		this.#live = null;
	}

	#prepare(live: Live, cloud: Cloud, drawing: Drawing): void {
		const { gl } = this.#shared;
		if (this.#live !== live) {
			this.#live = live;
			this.#held = {};
			this.#buffers = {};
			this.#vertices = gl.createVertexArray();
			this.#texture = gl.createTexture();
		}
		gl.bindVertexArray(this.#vertices);
		this.#fill('x', cloud.x);
		this.#fill('y', cloud.y);
		this.#fill('group', cloud.group);
		this.#fill('selected', cloud.selected);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, this.#texture);
		if (this.#held.colours !== drawing.colours) this.#paint(drawing.colours);
	}

	#fill(name: Attribute, values: Float32Array | Uint16Array | Uint8Array | null): void {
		const { gl } = this.#shared;
		const place = attributes[name];
		if (!values) {
			gl.disableVertexAttribArray(place);
			gl.vertexAttribI4ui(place, 0, 0, 0, 0);
			this.#held[name] = undefined;
			return;
		}
		const before = this.#held[name];
		if (before === values) return;
		this.#held[name] = values;
		const buffer = (this.#buffers[name] ??= gl.createBuffer());
		gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
		if (before?.byteLength === values.byteLength) gl.bufferSubData(gl.ARRAY_BUFFER, 0, values);
		else gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
		gl.enableVertexAttribArray(place);
		if (values instanceof Float32Array) gl.vertexAttribPointer(place, 1, gl.FLOAT, false, 0, 0);
		else gl.vertexAttribIPointer(place, 1, values instanceof Uint16Array ? gl.UNSIGNED_SHORT : gl.UNSIGNED_BYTE, 0, 0);
	}

	#paint(colours: Uint8Array): void {
		const { gl } = this.#shared;
		this.#held.colours = colours;
		const kinds = Math.max(1, colours.length / 4);
		const columns = Math.min(256, kinds);
		const rows = Math.ceil(kinds / columns);
		const texels = new Uint8Array(columns * rows * 4);
		texels.set(colours);
		gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, columns, rows, 0, gl.RGBA, gl.UNSIGNED_BYTE, texels);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
	}
}
