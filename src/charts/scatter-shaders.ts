/** Places a point, or puts it out of sight where this pass does not draw it. `pass`: 0 all, 1 those not selected, 2 those selected. */
export const vertexShader = `#version 300 es
precision highp float;
layout(location = 0) in float x;
layout(location = 1) in float y;
layout(location = 2) in uint group;
layout(location = 3) in uint selected;
uniform vec4 view;
uniform float radius;
uniform int pass;
uniform vec3 faded;
uniform highp sampler2D colours;
flat out vec3 colour;
flat out int shape;
void main() {
	ivec2 size = textureSize(colours, 0);
	int kind = min(int(group), size.x * size.y - 1);
	vec4 held = texelFetch(colours, ivec2(kind % size.x, kind / size.x), 0);
	colour = pass == 1 ? faded : held.rgb;
	shape = int(held.a * 255.0 + 0.5);
	bool drawn = !(isnan(x) || isnan(y)) && (pass == 0 || (selected == 1u) == (pass == 2));
	gl_Position = drawn ? vec4(x * view.x + view.z, y * view.y + view.w, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
	gl_PointSize = 2.6 * radius + 2.0;
}`;

/** Fills circle, square, diamond or triangle by its signed distance, in device px, so that edges are smooth at any size. */
export const fragmentShader = `#version 300 es
precision highp float;
uniform float radius;
uniform float opacity;
flat in vec3 colour;
flat in int shape;
out vec4 fragment;
void main() {
	vec2 p = (gl_PointCoord - 0.5) * (2.6 * radius + 2.0);
	vec2 a = abs(p);
	float outside = shape == 0 ? length(p) - radius
		: shape == 1 ? max(a.x, a.y) - 0.89 * radius
		: shape == 2 ? (a.x + a.y - 1.25 * radius) * 0.7071
		: max(a.x * 0.866 - p.y * 0.5, p.y) - 0.65 * radius;
	float alpha = opacity * clamp(0.5 - outside, 0.0, 1.0);
	if (alpha <= 0.0) discard;
	fragment = vec4(colour * alpha, alpha);
}`;
