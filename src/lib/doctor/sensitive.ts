/** What a column of protected data tells of people. */
export const sensitiveKinds = ['health', 'belief', 'origin', 'money', 'intimate', 'crime'] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

/**
 * Words in headers, in English, Vietnamese and Malay, of what the law protects or people keep to themselves (GDPR art. 9 and 10;
 * Vietnam's personal data protection law; Malaysia's PDPA, section 4) and of what they earn and owe. A word is one word of the header or
 * several in a row. Words whose Vietnamese marks tell them from others are written with them and must be so in the header.
 */
const words: Readonly<Record<SensitiveKind, string>> = {
	health:
		'health, medical, medication, disease, illness, diagnosis, symptom, symptoms, disability, disabled, diabetes, diabetic, cancer, hiv, ' +
		'blood type, blood group, blood pressure, pregnant, pregnancy, smoker, smoking, bmi, allergy, allergies, mental health, genetic, biometric, ' +
		'suc khoe, benh, benh ly, benh an, tien su benh, chan doan, khuyet tat, nhom mau, huyet ap, mang thai, di ung, sinh trac hoc, di truyen, ' +
		'kesihatan, penyakit, diagnosis, perubatan, kecacatan, oku, hamil, mengandung, alahan, perokok, jenis darah, kumpulan darah, biometrik',
	belief:
		'religion, religious, faith, church, political, politics, party membership, union member, union membership, trade union, philosophy, ' +
		'ton giao, tin nguong, chinh tri, dang vien, cong doan, agama, kepercayaan, politik, parti politik, kesatuan sekerja',
	origin:
		'race, racial, ethnicity, ethnic, ethnic group, tribe, caste, culture, cultural, dan toc, chung toc, sac toc, van hoa, bangsa, kaum, etnik, keturunan, budaya',
	money:
		'income, salary, wage, wages, net worth, wealth, debt, debts, loan, loans, credit score, credit rating, bankruptcy, ' +
		'thu nhap, tien luong, muc luong, lương, tai san, no xau, khoan vay, du no, diem tin dung, ' +
		'pendapatan, gaji, upah, hutang, pinjaman, skor kredit, kekayaan, muflis',
	intimate:
		'sexual orientation, sexuality, sex life, gender identity, xu huong tinh duc, khuynh huong tinh duc, doi song tinh duc, orientasi seksual, seksualiti',
	crime: 'criminal, criminal record, conviction, convictions, offence, offences, felony, tien an, pham toi, jenayah, rekod jenayah, sabitan'
};

const spaced = (header: string): string =>
	header
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
		.normalize('NFC')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '')
		.join(' ');
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
const marked = (word: string): boolean => plain(word) !== word.normalize('NFD');

const lists = sensitiveKinds.map((kind) => ({ kind, list: words[kind].split(', ').map((word) => word.normalize('NFC')) }));

/** What protected data the header of a column speaks of, or null. Only headers are read: what cells say is not guessed at. */
export function sensitiveKind(header: string): SensitiveKind | null {
	const own = spaced(header);
	const bare = plain(own);
	const says = (word: string) => {
		const text = marked(word) ? own : bare;
		return ` ${text} `.includes(` ${word} `) || text === word.replaceAll(' ', '');
	};
	return lists.find(({ list }) => list.some(says))?.kind ?? null;
}
