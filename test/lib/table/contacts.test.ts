import { describe, expect, it } from 'vitest';
import { contactsOf, emailKey, homeOf, phoneKey } from '../../../src/lib/table/contacts.js';
import { readTable } from '../../table.js';

describe('the key of an e-mail', () => {
	it.each([
		['Lan.Vu@Shop.VN', 'lan.vu@shop.vn'],
		['  lan.vu@shop.vn ', 'lan.vu@shop.vn'],
		['mailto:LAN@shop.vn', 'lan@shop.vn'],
		['<lan@shop.vn>', 'lan@shop.vn'],
		['lan @ shop.vn', 'lan@shop.vn'],
		['Lan.Vu@Gmail.com', 'lan.vu@gmail.com']
	])('of %s is %s', (text, key) => expect(emailKey(text)).toBe(key));
	it.each([
		'',
		'n/a',
		'lan',
		'lan@',
		'@shop.vn',
		'l***@shop.vn',
		'none@shop.vn',
		'no-reply@shop.vn',
		'khachle@shop.vn',
		'xxx@shop.vn',
		'lan@noemail.com',
		'a@b'
	])('of %j is nothing', (text) => expect(emailKey(text)).toBe(null));
	it('has no dots before @gmail.com where that is asked for', () => {
		expect(emailKey('Lan.V.u@gmail.com', true)).toBe('lanvu@gmail.com');
		expect(emailKey('lanvu@googlemail.com', true)).toBe('lanvu@gmail.com');
		expect(emailKey('lan.vu@shop.vn', true)).toBe('lan.vu@shop.vn');
	});
});

describe('the key of a phone number', () => {
	it.each([
		['+84 912 345 670', null, '+84912345670'],
		['+84912345670', null, '+84912345670'],
		['0084 912.345.670', null, '+84912345670'],
		['+84 (0) 912-345-670', null, '+84912345670'],
		['0912 345 670', null, '+84912345670'],
		["'0912345670", null, '+84912345670'],
		['84912345670', '84', '+84912345670'],
		['912345670', '84', '+84912345670'],
		['0388123470', '84', '+84388123470'],
		['024 3822 1234', '84', '+842438221234'],
		['+60 12-345 6701', null, '+60123456701'],
		['012-345 6701', null, '+60123456701'],
		['011-2345 6701', null, '+601123456701'],
		['60123456701', '60', '+60123456701'],
		['123456701', '60', '+60123456701'],
		['03-8881 2347', '60', '+60388812347'],
		['04-226 1234', null, '+6042261234'],
		['+44 20 7946 0958', null, '+442079460958'],
		['020 7946 0958', null, '02079460958']
	] as const)('%s at home in %s is %s', (text, home, key) => expect(phoneKey(text, home)).toBe(key));
	it.each([
		'',
		'12345',
		'none',
		'0000000000',
		'0900000000',
		'0123456789',
		'+60 12 345 6789',
		'+84000000000',
		'****5670',
		'1111111111',
		'0912345670 ext 4'
	])('of %j is nothing', (text) => expect(phoneKey(text, '84')).toBe(null));
	it('is at home where most numbers say', () => {
		expect(homeOf(['0912345670', '0388123470', '+60123456701'])).toBe(null);
		expect(homeOf(['0912345670', '+84388123470', '+60123456701'])).toBe('84');
		expect(homeOf(['012-345 6701', '03-8881 2347'])).toBe('60');
	});
});

describe('the columns that reach a customer', () => {
	it('are found by header and content, those of others passed over', async () => {
		const { table } = await readTable(
			[
				'customer,Email,Accepts Email Marketing,Phone,Shipping Phone,Staff email',
				'c1,a@shop.vn,yes,0912345670,0912345671,s@shop.vn',
				'c2,,no,,0912345672,s@shop.vn'
			].join('\n')
		);
		const { emails, phones } = contactsOf(table)!;
		expect(emails.map(({ values }) => values)).toEqual([['a@shop.vn']]);
		expect(phones.map(({ values }) => values)).toEqual([['0912345670']]);
	});
	it('are none where there are none', async () => {
		expect(contactsOf((await readTable('customer,email sent,amount\nc1,yes,3\nc2,no,4')).table)).toBe(null);
	});
});
