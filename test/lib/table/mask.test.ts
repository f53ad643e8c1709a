import { describe, expect, it } from 'vitest';
import { contactsMasked, masked } from '../../../src/lib/table/mask.js';

describe('a hidden text', () => {
	it('keeps what tells two apart, and no more', () => {
		expect(masked('nguyen.an@gmail.com', 'email')).toMatch(/^n•••@g•••\.com·[a-z0-9]{3}$/);
		expect(masked('+84 912 345 678', 'phone')).toMatch(/^•••78·[a-z0-9]{3}$/);
		expect(masked('Nguyễn Văn An', 'name')).toMatch(/^N••• V••• A•••·[a-z0-9]{3}$/);
		expect(masked('12 Lê Lợi, Huế', 'address')).toMatch(/^•••·[a-z0-9]{3}$/);
		expect(masked('guest', 'email')).toMatch(/^•••·/);
		expect(masked('  ', 'email')).toBe('  ');
	});
	it('is always the same, and of ten thousand e-mails of one shape hardly any share it with many', () => {
		const shown = Array.from({ length: 10_000 }, (_, i) => masked(`n${i}@gmail.com`, 'email'));
		expect(shown[17]).toBe(masked('n17@gmail.com', 'email'));
		const counts = new Map<string, number>();
		for (const text of shown) counts.set(text, (counts.get(text) ?? 0) + 1);
		expect(counts.size).toBeGreaterThan(8000);
		expect(Math.max(...counts.values())).toBeLessThan(8);
	});
});

describe('a text with contacts in it', () => {
	it.each([
		'call 0912 345 678 first',
		'call +84 912 345 678 first',
		'call 03-1234 5678 first',
		'call 012-345 6789 first',
		'call +1 (415) 555-2671 first'
	])('%s', (text) => {
		expect(contactsMasked(text)).toMatch(/^call •••\d\d·[a-z0-9]{3} first$/);
	});
	it('loses its e-mails', () => {
		expect(contactsMasked('from <lan@shop.vn>, cc: Tu@Mail.example.com!')).not.toMatch(/lan@|Tu@|shop|Mail\.example/);
	});
	it.each(['05-12-2024 10:30', '2024-01-02', '1.234.567', '0.5', 'SKU 00012345', 'Size 38-40', '893 1234567890', '#1001'])(
		'leaves %s alone',
		(text) => {
			expect(contactsMasked(text)).toBe(text);
		}
	);
});
