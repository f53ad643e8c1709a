import { describe, expect, it } from 'vitest';
import { begin, edit, redo, undo } from '../../src/notebook/history.js';

describe('history', () => {
	it('undoes and redoes edits one by one', () => {
		const three = edit(edit(begin('a'), 'b'), 'c');
		expect(undo(three).now).toBe('b');
		expect(undo(undo(three)).now).toBe('a');
		expect(redo(undo(three))).toEqual(three);
	});
	it('does nothing at either end', () => {
		const one = begin('a');
		expect(undo(one)).toBe(one);
		expect(redo(one)).toBe(one);
	});
	it('forgets what was undone once there is another edit', () => {
		const other = edit(undo(edit(begin('a'), 'b')), 'c');
		expect(redo(other)).toBe(other);
		expect(undo(other).now).toBe('a');
	});
	it('keeps a hundred steps', () => {
		let history = begin(0);
		for (let i = 1; i <= 150; i++) history = edit(history, i);
		for (let i = 0; i < 200; i++) history = undo(history);
		expect(history.now).toBe(50);
	});
});
