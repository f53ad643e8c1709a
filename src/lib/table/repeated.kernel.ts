// Finds the rows that may repeat others by hashes of their codes. `repeated.ts` is its only door, and lays out the memory.

/** Takes the codes of `n` rows, of 1, 2 or 4 bytes each, into their hashes. */
export function mix(codes: usize, bytes: u32, n: u32, hashes: usize): void {
	for (let i: u32 = 0; i < n; i++) {
		const code = bytes == 1 ? <u32>load<u8>(codes + i) : bytes == 2 ? <u32>load<u16>(codes + (i << 1)) : load<u32>(codes + (i << 2));
		const at = hashes + (i << 2);
		const mixed = (load<u32>(at) ^ code) * 0x9e37_79b1;
		store<u32>(at, mixed ^ (mixed >> 15));
	}
}

/** Sets the bit of each of `n` hashes in `met`, and in `again` where it is set already. There are mask + 1 bits in each. */
export function mark(hashes: usize, n: u32, met: usize, again: usize, mask: u32): void {
	for (let i: u32 = 0; i < n; i++) {
		const hash = load<u32>(hashes + (i << 2)) & mask;
		const at = met + (hash >> 3);
		const bit = <u8>((<u32>1) << (hash & 7));
		const bits = load<u8>(at);
		if (bits & bit) store<u8>(again + (hash >> 3), load<u8>(again + (hash >> 3)) | bit);
		else store<u8>(at, bits | bit);
	}
}

/** Writes to `out` those of `n` rows, the first of them `row`, whose bit was met again, and returns how many they are. */
export function meetings(hashes: usize, n: u32, row: u32, again: usize, mask: u32, out: usize): u32 {
	let count: u32 = 0;
	for (let i: u32 = 0; i < n; i++) {
		const hash = load<u32>(hashes + (i << 2)) & mask;
		store<u32>(out + (count << 2), row + i);
		count += (load<u8>(again + (hash >> 3)) >> (hash & 7)) & 1;
	}
	return count;
}
