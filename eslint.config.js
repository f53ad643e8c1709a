import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

/** @typedef {{ regex: string, message: string, allowTypeImports: boolean }} Ban */
/** @type {(regex: string, message: string, allowTypeImports?: boolean) => Ban} */
const ban = (regex, message, allowTypeImports = false) => ({ regex, message, allowTypeImports });
/** @type {(folders: string, message: string, allowTypes?: boolean) => Ban} */
const into = (folders, message, allowTypes) => ban(`^(\\.\\.?/)+(${folders})/`, message, allowTypes);
/** @type {(paths: string, message: string) => Ban} */
const outside = (paths, message) => ban(`^(\\.\\./)+(?!\\.\\.|${paths})`, message, true);
/**
 * Which way imports may point, folder by folder (docs/architecture.md). The last entry that fits a file is the one that holds.
 * @type {(files: string[], ...patterns: Ban[]) => import('eslint').Linter.Config}
 */
const imports = (files, ...patterns) => ({ files, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } });

const danfo = ban('^danfojs', 'src/lib/table alone speaks to Danfo.js.');
const tensorflow = ban('^@tensorflow/', 'src/lib/backend alone speaks to TensorFlow.js.');
const libraries = [danfo, tensorflow];
const pageless = ban('^svelte|\\.svelte(\\.js)?$', 'This code also runs where there is no page.', true);
const pure = [into('cells|notebook|app|compute|i18n|storage|charts|ui', 'Pure code knows nothing of what stands on it.'), pageless];
const cell = into('notebook|app|compute|storage', 'A cell knows its inputs and its choices.');
const marks = into('charts|ui|i18n', 'A run happens in the worker: it sends numbers and message ids.', true);
const heavy = ban('/lib/(backend|cluster|embed|project|predict|table/(?!orders\\.js))', 'The worker runs this: import its types.', true);

const unseeded = 'Take a Random from src/lib/random.ts: the same seed gives the same result.';
const clock = 'The day is an input: the same file gives the same result tomorrow.';
const properties = [
	{ object: 'Math', property: 'random', message: unseeded },
	{ object: 'Date', property: 'now', message: clock }
];
const today = { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock };

export default defineConfig(
	globalIgnores(['dist', '.ci/out', '**/*.kernel.ts']),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			eqeqeq: 'error',
			'no-undef': 'off',
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
			'@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'svelte/no-useless-mustaches': 'off',
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{ files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
	{
		files: ['src/**/*.ts'],
		ignores: ['**/*.svelte.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
		}
	},
	{ files: ['src/**'], rules: { 'no-console': 'error' } },
	{
		files: ['src/{lib,cells,samples}/**'],
		rules: { 'no-restricted-properties': ['error', ...properties], 'no-restricted-syntax': ['error', today] }
	},
	imports(['src/**'], ...libraries),
	imports(['src/{lib,samples}/**'], ...libraries, ...pure),
	imports(['src/lib/table/**'], tensorflow, ...pure),
	imports(['src/lib/backend/**'], danfo, ...pure),
	imports(['src/cells/**'], ...libraries, cell),
	imports(['src/cells/*/{spec,run,apply}*.ts'], ...libraries, cell, marks, pageless),
	imports(['src/cells/*/*.svelte'], ...libraries, cell, heavy),
	imports(['src/compute/**'], ...libraries, outside('cells/|lib/', 'The worker boundary knows cells and lib.'), pageless),
	imports(
		['src/notebook/**'],
		...libraries,
		outside('cells/(registry|cell)\\.js|compute/|lib/(problem|hash)\\.js', 'All cells are alike here.')
	),
	imports(['src/charts/**'], ...libraries, outside('lib/|i18n/|ui/', 'A chart draws what it is given.'), heavy),
	imports(['src/{ui,i18n,storage}/**'], ...libraries, into('cells|notebook|app|compute', 'The shell and the cells stand on this.', true))
);
