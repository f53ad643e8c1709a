/** Gives rows `from` … `to` − 1 of a table, each as the texts of its cells. */
export type ReadRows = (from: number, to: number) => Promise<readonly (readonly string[])[]>;

const size = 100;
const most = 60;
type Page = readonly (readonly string[])[] | 'reading' | 'failed';

/** Rows of a long table, read a page at a time when they are looked at; the pages seen last are kept. */
export class Pages {
	readonly #read: ReadRows;
	readonly #count: number;
	readonly #pages = new Map<number, Page>();
	#changes = $state(0);

	constructor(read: ReadRows, count: number) {
		this.#read = read;
		this.#count = count;
	}

	/** The cells of a row, or null while they are being read. */
	row(index: number): readonly string[] | null {
		if (this.#changes < 0) return null;
		const page = this.#pages.get(Math.floor(index / size));
		return page === undefined || typeof page === 'string' ? null : (page[index % size] ?? null);
	}

	/** True where some of these rows could not be read. */
	failed(from: number, to: number): boolean {
		return this.#changes >= 0 && this.#numbers(from, to).some((page) => this.#pages.get(page) === 'failed');
	}

	/** Reads what is not at hand of rows `from` … `to` − 1; with `again`, also what failed before. */
	want(from: number, to: number, again = false): void {
		for (const number of this.#numbers(from, to)) {
			const held = this.#pages.get(number);
			this.#pages.delete(number);
			this.#pages.set(number, held ?? 'reading');
			if (held === undefined || (again && held === 'failed')) void this.#fetch(number);
		}
		for (const number of this.#pages.keys()) {
			if (this.#pages.size <= most) break;
			this.#pages.delete(number);
		}
	}

	async #fetch(number: number): Promise<void> {
		const page: Page = await this.#read(number * size, Math.min(this.#count, (number + 1) * size)).catch(() => 'failed' as const);
		if (!this.#pages.has(number)) return;
		this.#pages.set(number, page);
		this.#changes++;
	}

	#numbers(from: number, to: number): number[] {
		const first = Math.floor(from / size);
		return to <= from ? [] : Array.from({ length: Math.floor((to - 1) / size) - first + 1 }, (_, i) => first + i);
	}
}
