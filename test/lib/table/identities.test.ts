import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/lib/random.js';
import type { Contacts } from '../../../src/lib/table/contacts.js';
import { identitiesOf, mergedIds, mergedInto, type Identities } from '../../../src/lib/table/identities.js';
import { idle } from '../../task.js';
import { dictionary } from '../features/orders.js';

interface Row {
	id: string;
	email?: string;
	phone?: string;
	device?: string;
}
const look = (rows: readonly Row[], gmailDots = false): Promise<Identities | null> => {
	const column = (of: (row: Row) => string | undefined) => dictionary(rows.map(of));
	const has = (key: keyof Row) => rows.some((row) => row[key] !== undefined);
	const contacts: Contacts = {
		emails: has('email') ? [column(({ email }) => email)] : [],
		phones: has('phone') ? [column(({ phone }) => phone)] : [],
		...(has('device') ? { device: column(({ device }) => device) } : {})
	};
	return identitiesOf([{ ids: column(({ id }) => id), contacts }], gmailDots, idle);
};
/** Each person as the ids that are hers, the one that stays first. */
const people = (found: Identities | null) => found!.people.map(({ id, others }) => [id, ...others.map((other) => other.id)]);

describe('ids that are one person', () => {
	it('by e-mail in other capitals, by phone in another form, and by both in a chain', async () => {
		const found = await look([
			{ id: 'C1', email: 'Lan@Shop.vn', phone: '0912 345 670' },
			{ id: 'guest-1', email: 'lan@shop.vn ' },
			{ id: 'C2', email: 'minh@shop.vn' },
			{ id: 'guest-2', phone: '+84 912-345-670' },
			{ id: 'C3', phone: '012-345 6701' },
			{ id: 'guest-3', phone: '+60123456701' }
		]);
		expect(people(found)).toEqual([
			['C1', 'guest-1', 'guest-2'],
			['C3', 'guest-3']
		]);
		expect(found!.people[0]!.others).toEqual([
			{ id: 'guest-1', by: { email: 'lan@shop.vn' } },
			{ id: 'guest-2', by: { phone: '+84912345670' } }
		]);
		expect(found!.apart).toEqual([]);
	});
	it('where the ids are e-mails or phone numbers themselves', async () => {
		expect(people(await look([{ id: 'Lan@shop.vn' }, { id: 'lan@shop.vn' }, { id: 'minh@shop.vn' }]))).toEqual([
			['Lan@shop.vn', 'lan@shop.vn']
		]);
		expect(people(await look([{ id: '0912 345 670' }, { id: '+84912345670' }, { id: '0912345671' }]))).toEqual([
			['0912 345 670', '+84912345670']
		]);
	});
	it('by dots at Gmail only where that is asked for', async () => {
		const rows = [
			{ id: 'a', email: 'lan.vu@gmail.com' },
			{ id: 'b', email: 'lanvu@gmail.com' }
		];
		expect(people(await look(rows))).toEqual([]);
		expect(people(await look(rows, true))).toEqual([['a', 'b']]);
	});
	it('not by what is empty, masked or a placeholder', async () => {
		const found = await look([
			{ id: 'a', email: '', phone: '0000000000' },
			{ id: 'b', email: '', phone: '0000000000' },
			{ id: 'c', email: 'none@shop.vn', phone: '****5670' },
			{ id: 'd', email: 'none@shop.vn', phone: '****5670' },
			{ id: 'e', email: 'n/a', phone: '0123456789' },
			{ id: 'f', email: 'n/a', phone: '0123456789' }
		]);
		expect(found).toEqual({ people: [], apart: [] });
	});
	it('not by the phone of a household or a counter, nor by the e-mail of whoever writes orders down', async () => {
		const found = await look([
			{ id: 'mother', email: 'mother@x.vn', phone: '0912345670' },
			{ id: 'son', email: 'son@x.vn', phone: '0912345670' },
			...Array.from({ length: 30 }, (_, i) => ({ id: `walk-in ${i}`, phone: '0912345999' })),
			...Array.from({ length: 5 }, (_, i) => ({ id: `order ${i}`, email: 'staff@shop.vn', phone: `091234567${i + 1}` }))
		]);
		expect(found!.people).toEqual([]);
		expect(found!.apart.map(({ kind, value, ids, why }) => [kind, value, ids.length, why])).toEqual([
			['email', 'staff@shop.vn', 5, 'manyPhones'],
			['phone', '+84912345670', 2, 'severalEmails'],
			['phone', '+84912345999', 30, 'crowd']
		]);
	});
	it('not two people by way of a third', async () => {
		const found = await look([
			{ id: 'a', email: 'a@x.vn', phone: '0912345670' },
			{ id: 'link', phone: '0912345670' },
			{ id: 'link', phone: '0912345671' },
			{ id: 'b', email: 'b@x.vn', phone: '0912345671' }
		]);
		expect(people(found)).toEqual([['a', 'link']]);
		expect(found!.apart).toEqual([{ kind: 'phone', value: '+84912345671', ids: ['link', 'b'], why: 'severalEmails' }]);
	});
	it('by the device of one user, not by that of two', async () => {
		const found = await look([
			{ id: 'd1', device: 'd1' },
			{ id: 'u1', device: 'd1' },
			{ id: 'u1', device: 'd2' },
			{ id: 'd2', device: 'd2' },
			{ id: 'u2', device: 'd3' },
			{ id: 'u3', device: 'd3' },
			{ id: 'd3', device: 'd3' }
		]);
		expect(people(found)).toEqual([['u1', 'd1', 'd2']]);
		expect(found!.apart).toEqual([{ kind: 'device', value: 'd3', ids: ['u2', 'u3', 'd3'], why: 'severalUsers' }]);
	});
	it('are not looked for where nothing reaches anybody', async () => {
		expect(await look([{ id: '1' }, { id: '2' }])).toBe(null);
	});
	it('across two tables', async () => {
		const orders = { ids: dictionary(['lan@shop.vn', 'c2']), contacts: null };
		const crm = { ids: dictionary(['17', '18']), contacts: { emails: [dictionary(['LAN@shop.vn', 'minh@shop.vn'])], phones: [] } };
		expect(people(await identitiesOf([orders, crm], false, idle))).toEqual([['lan@shop.vn', '17']]);
	});
});

describe('planted duplicates', () => {
	const random = seeded(23);
	const of = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
	const digits = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 10)).join('');
	const forms = (country: '84' | '60', national: string) => [
		`+${country}${national}`,
		`0${national}`,
		`+${country} ${national.slice(0, 2)} ${national.slice(2, 5)} ${national.slice(5)}`,
		`0${national.slice(0, 2)}-${national.slice(2)}`,
		`00${country}${national}`
	];
	const capitals = (text: string) => [...text].map((letter) => (random() < 0.5 ? letter.toUpperCase() : letter)).join('');

	/** 3000 people; every fifth with up to three guest ids; households, counters and placeholders among them. */
	const rows: Row[] = [];
	const truth = new Map<string, number>();
	const used = new Set<string>();
	for (let person = 0; person < 3000; person++) {
		const vietnamese = random() < 0.7;
		let national: string;
		do national = vietnamese ? `${of(['32', '56', '70', '85', '91', '98'])}${digits(7)}` : `1${of(['2', '3', '6', '7'])}${digits(7)}`;
		while (used.has(national) || /0{7}$/.test(national));
		used.add(national);
		const written = forms(vietnamese ? '84' : '60', national);
		const email = `p${person}.${of(['lan', 'minh', 'siti', 'ahmad'])}@${of(['gmail.com', 'shop.vn', 'mail.my'])}`;
		const ids = person % 5 === 0 ? 2 + Math.floor(random() * 3) : 1;
		for (let i = 0; i < ids; i++) {
			const id = i === 0 ? `C${person}` : `G${person}-${i}`;
			truth.set(id, person);
			const either = random();
			const row: Row = { id };
			// The first row has both, so that every other one can be led back to it.
			if (i === 0 || either < 0.6) row.email = `${random() < 0.3 ? ' ' : ''}${capitals(email)}`;
			if (i === 0 || either > 0.4) row.phone = of(written);
			for (let order = 0; order < 1 + Math.floor(random() * 3); order++) rows.push({ ...row });
		}
	}
	for (let i = 0; i < 60; i++) {
		const phone = of(forms('84', `90${digits(6)}7`));
		for (const who of ['a', 'b']) {
			rows.push({ id: `H${i}${who}`, email: `h${i}${who}@home.vn`, phone });
			truth.set(`H${i}${who}`, 10_000 + 2 * i + (who === 'a' ? 0 : 1));
		}
		rows.push({ id: `W${i}`, email: of(['none@x.vn', '', 'N/A', 'guest@shop.vn']), phone: '028 3822 1234' });
		truth.set(`W${i}`, 20_000 + i);
		rows.push({ id: `P${i}`, phone: of(['0000000000', '0123456789', '****123', '']) });
		truth.set(`P${i}`, 30_000 + i);
	}
	rows.sort(() => random() - 0.5);

	it('are all found, and nobody else is merged', async () => {
		const found = (await look(rows))!;
		const into = mergedInto(found);
		const merged = mergedIds(dictionary(rows.map(({ id }) => id)), into);
		const personOf = new Map<string, number>();
		let falseMerges = 0;
		for (const [id, person] of truth) {
			const stays = into.get(id) ?? id;
			if ((personOf.get(stays) ?? person) !== person) falseMerges++;
			personOf.set(stays, person);
		}
		expect(falseMerges).toBe(0);
		expect(merged.values).toHaveLength(new Set(truth.values()).size);
		expect(found.apart.filter(({ why }) => why === 'severalEmails')).toHaveLength(60);
		expect(found.apart.filter(({ why }) => why === 'crowd').map(({ ids }) => ids.length)).toEqual([60]);
	});
});
