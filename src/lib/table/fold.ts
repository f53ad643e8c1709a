/** A header or label reduced to what two spellings of it share: lower case, no diacritics, letters and digits only. */
export const fold = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
