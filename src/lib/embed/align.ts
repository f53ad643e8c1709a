/**
 * Turns (and mirrors, where that fits better) a picture of points in the plane so that it lies on the previous one as well as it
 * can: orthogonal Procrustes in two dimensions (Schönemann 1966). `now` is changed in place; both hold x, y pairs.
 */
export function alignTo(previous: Float32Array, now: Float32Array): void {
	let [xx, xy, yx, yy] = [0, 0, 0, 0];
	for (let i = 0; i < now.length; i += 2) {
		xx += now[i]! * previous[i]!;
		xy += now[i]! * previous[i + 1]!;
		yx += now[i + 1]! * previous[i]!;
		yy += now[i + 1]! * previous[i + 1]!;
	}
	const turned = Math.hypot(xx + yy, xy - yx);
	const mirrored = Math.hypot(xx - yy, xy + yx);
	const flip = mirrored > turned ? -1 : 1;
	const angle = flip === 1 ? Math.atan2(xy - yx, xx + yy) : Math.atan2(xy + yx, xx - yy);
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	for (let i = 0; i < now.length; i += 2) {
		const x = now[i]!;
		const y = now[i + 1]! * flip;
		now[i] = cos * x - sin * y;
		now[i + 1] = sin * x + cos * y;
	}
}
