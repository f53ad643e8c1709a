import * as tf from '@tensorflow/tfjs';
import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { Loss } from './network.js';
import { beta1, beta2, epsilon } from './training.js';

/*
 * What a training step asks of the graphics card, a program for each. Matrices are row-major; the weights of a layer are one matrix of
 * (inputs + 1) × units whose last row is the bias. A program gives one matrix, so that Adam takes three.
 */

type Program = Omit<GPGPUProgram, 'userCode'> & { userCode: string };

const program = (variableNames: string[], outputShape: [number, number], body: string, uniforms: readonly string[] = []): Program => ({
	variableNames,
	outputShape,
	customUniforms: uniforms.map((name) => ({ name, type: 'float' as const })),
	userCode: `void main() { ivec2 at = getOutputCoords(); ${body} }`
});

/** Runs a program on the current backend, which is WebGL. The tensor belongs to the caller, or to the `tf.tidy` around. */
export function run(of: GPGPUProgram, inputs: tf.Tensor[], uniforms: readonly number[] = []): tf.Tensor2D {
	const backend = tf.backend() as MathBackendWebGL;
	const made = backend.compileAndRun(
		of,
		inputs,
		'float32',
		uniforms.map((value) => [value])
	);
	return tf.engine().makeTensorFromTensorInfo(made) as tf.Tensor2D;
}

/** From (A, W): the outputs of a layer for each row of A. Not a number stays so. */
export const forwardProgram = (rows: number, inputs: number, units: number, relu: boolean): GPGPUProgram =>
	program(
		['A', 'W'],
		[rows, units],
		`float sum = getW(${inputs}, at.y);
		for (int i = 0; i < ${inputs}; i++) sum += getA(at.x, i) * getW(i, at.y);
		setOutput(${relu ? 'sum < 0.0 ? 0.0 : sum' : 'sum'});`
	);

/** From (D, W, A): the gradient with respect to the inputs A of a layer, given that with respect to its outputs; zero where a ReLU gave A and let nothing through. */
export const backwardProgram = (rows: number, inputs: number, units: number, relu: boolean): GPGPUProgram =>
	program(
		['D', 'W', 'A'],
		[rows, inputs],
		`float sum = 0.0;
		for (int u = 0; u < ${units}; u++) sum += getD(at.x, u) * getW(at.y, u);
		setOutput(${relu ? 'getA(at.x, at.y) > 0.0 ? sum : 0.0' : 'sum'});`
	);

/** From (A, D): the gradient with respect to the weights of a layer. */
export const gradientProgram = (rows: number, inputs: number, units: number): GPGPUProgram =>
	program(
		['A', 'D'],
		[inputs + 1, units],
		`float sum = 0.0;
		if (at.x == ${inputs}) for (int r = 0; r < ${rows}; r++) sum += getD(r, at.y);
		else for (int r = 0; r < ${rows}; r++) sum += getA(r, at.x) * getD(r, at.y);
		setOutput(sum);`
	);

const squares = (inputs: number, unit: string): string =>
	`float squares = 0.0;
	for (int i = 0; i < ${inputs}; i++) { float d = getA(at.x, i) - getW(i, ${unit}); squares += d * d; }`;

/** From (A, W): the shares of the centres W in each row of A; see `student.ts`. */
export const sharesProgram = (rows: number, inputs: number, units: number): GPGPUProgram =>
	program(
		['A', 'W'],
		[rows, units],
		`float sum = 0.0; float own = 0.0;
		for (int u = 0; u < ${units}; u++) {
			${squares(inputs, 'u')}
			float near = 1.0 / (1.0 + squares);
			sum += near;
			if (u == at.y) own = near;
		}
		setOutput(own / sum);`
	);

/** From (Q, P, A, W): how hard each centre W pushes each row of A away, given its shares Q and those wanted, P. */
export const pushProgram = (rows: number, inputs: number, units: number): GPGPUProgram =>
	program(
		['Q', 'P', 'A', 'W'],
		[rows, units],
		`${squares(inputs, 'at.y')}
		setOutput(${float(2 / rows)} * (getQ(at.x, at.y) - getP(at.x, at.y)) / (1.0 + squares));`
	);

/** From (D, W, A): the gradient of the mean divergence with respect to the rows A, given the pushes D. */
export const pushedProgram = (rows: number, inputs: number, units: number): GPGPUProgram =>
	program(
		['D', 'W', 'A'],
		[rows, inputs],
		`float sum = 0.0;
		for (int u = 0; u < ${units}; u++) sum -= getD(at.x, u) * (getA(at.x, at.y) - getW(at.y, u));
		setOutput(sum);`
	);

/** From (A, D, W): the gradient of the mean divergence with respect to the centres W. */
export const centresProgram = (rows: number, inputs: number, units: number): GPGPUProgram =>
	program(
		['A', 'D', 'W'],
		[inputs + 1, units],
		`float sum = 0.0;
		if (at.x < ${inputs}) for (int r = 0; r < ${rows}; r++) sum += getD(r, at.y) * (getA(r, at.x) - getW(at.x, at.y));
		setOutput(sum);`
	);

/** From (Z, Y): the gradient of the mean loss with respect to the outputs Z. */
export const deltaProgram = (rows: number, outputs: number, loss: Exclude<Loss, 'divergence'>): GPGPUProgram =>
	program(
		['Z', 'Y'],
		[rows, outputs],
		`float z = getZ(at.x, at.y); float y = getY(at.x, at.y);
		${
			loss === 'squared'
				? `setOutput((z - y) * ${float(2 / (rows * outputs))});`
				: `float low = exp(-abs(z)); setOutput(((z >= 0.0 ? 1.0 : low) / (1.0 + low) - y) * ${float(1 / rows)});`
		}`
	);

/** Part of the loss that the output z has, given the target y. */
const lossOf: Readonly<Record<Loss, string>> = {
	squared: '(z - y) * (z - y)',
	crossEntropy: '(z < 0.0 ? 0.0 : z) + log(1.0 + exp(-abs(z))) - y * z',
	divergence: 'y > 0.0 ? y * log(y / z) : 0.0'
};

/** From (Z, Y, S): S plus what each row has in the mean loss. Cross-entropy is log(1 + e^z) − y z, in the form that cannot overflow. */
export const lossProgram = (rows: number, outputs: number, loss: Loss): GPGPUProgram =>
	program(
		['Z', 'Y', 'S'],
		[rows, 1],
		`float sum = 0.0;
		for (int j = 0; j < ${outputs}; j++) {
			float z = getZ(at.x, j); float y = getY(at.x, j);
			sum += ${lossOf[loss]};
		}
		setOutput(getS(at.x, 0) + sum * ${float(1 / (loss === 'divergence' ? rows : rows * outputs))});`
	);

/** From (M, G): the mean of gradients after one more. */
export const meanProgram = (inputs: number, units: number): GPGPUProgram =>
	program(['M', 'G'], [inputs + 1, units], `setOutput(${float(beta1)} * getM(at.x, at.y) + ${float(1 - beta1)} * getG(at.x, at.y));`);

/** From (V, G): the mean of squared gradients after one more. */
export const squareProgram = (inputs: number, units: number): GPGPUProgram =>
	program(
		['V', 'G'],
		[inputs + 1, units],
		`float g = getG(at.x, at.y); setOutput(${float(beta2)} * getV(at.x, at.y) + ${float(1 - beta2)} * g * g);`
	);

/**
 * From (W, M, V): the weights after a step of AdamW (Kingma & Ba 2015; Loshchilov & Hutter 2019), whose decay spares the bias. `rate` is
 * the learning rate ÷ (1 − β₁ᵗ), `correction` 1 ÷ (1 − β₂ᵗ), `decay` what part of a weight is taken off.
 */
export const weightsProgram = (inputs: number, units: number): GPGPUProgram =>
	program(
		['W', 'M', 'V'],
		[inputs + 1, units],
		`float w = getW(at.x, at.y);
		float step = rate * getM(at.x, at.y) / (sqrt(getV(at.x, at.y) * correction) + ${float(epsilon)});
		setOutput(w - step - (at.x < ${inputs} ? decay * w : 0.0));`,
		['rate', 'correction', 'decay']
	);

const float = (value: number): string => value.toExponential(9);
