// Lays out the memory of a kernel that holds one piece of work at a time: `layOut`, then `room` for each part, then `secure`.

let end: usize = 0;

export function layOut(): void {
	end = (__heap_base + 63) & ~63;
}

/** Address of the next `bytes` bytes. */
export function room(bytes: usize): usize {
	const at = end;
	end += bytes;
	return at;
}

/** Makes sure that there is memory for all of it; the address behind its end. */
export function secure(): usize {
	const pages = <i32>((end + 0xffff) >> 16) - memory.size();
	if (pages > 0 && memory.grow(pages) < 0) unreachable();
	return end;
}
