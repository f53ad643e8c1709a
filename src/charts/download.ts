/** A file name made of a text: letters and digits of any script, joined by hyphens. */
export const fileName = (text: string, ending: string): string =>
	`${
		text
			.normalize('NFC')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
			.replace(/^-+|-+$/g, '')
			.slice(0, 60) || 'chart'
	}.${ending}`;

/** Hands the browser a file to save. Nothing is sent anywhere. */
export function download(content: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
