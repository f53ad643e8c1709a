import type { Contacts } from './contacts.js';
import type { RowReader } from './orders.js';
import type { PersonalKind } from './personal.js';

/** What is known of a column beyond its kind. `ignored`: the reader or the person wants it out of the way. */
export type PeopleRole = 'id' | 'birth' | 'target' | 'ignored';

/** A column of a table with one row per customer; one entry per row of the file. */
export type PeopleColumn = {
	/** As the header writes it. Names may repeat: columns go by position. */
	readonly name: string;
	/** Position in the file, from 0. */
	readonly at: number;
	readonly role?: PeopleRole;
	/** What personal data it was found to hold as it is written in the file. */
	readonly personal?: PersonalKind;
} & (
	| {
			/** `boolean`: 0 or 1. `time`: milliseconds since 1970-01-01T00:00 on the file's own clock. */
			readonly kind: 'number' | 'boolean' | 'time';
			/** NaN where the cell is empty or could not be read. */
			readonly values: Float64Array;
	  }
	| {
			readonly kind: 'category' | 'text';
			/** Codes into `categories`; −1 where the cell is empty. */
			readonly codes: Int32Array;
			readonly categories: readonly string[];
	  }
);

/** Why a row takes no part: it names nobody, or somebody whom an earlier row describes, under the same id or another one. */
export const peopleReasons = ['noId', 'repeatedId', 'samePerson'] as const;
export type PeopleReason = (typeof peopleReasons)[number];

/** A table with one row per customer. */
export interface People {
	readonly file: string;
	readonly rows: number;
	/** Id of each row, trimmed; the number of the row, from 1, where the file has no column of ids. */
	readonly ids: readonly string[];
	/** Whether the ids are written in the file, so that they can be found in another one. */
	readonly named: boolean;
	/** What kind of personal data the ids are; absent where they are none. */
	readonly idKind?: PersonalKind;
	readonly columns: readonly PeopleColumn[];
	/** 0 = the row takes part, otherwise 1 + its index in `peopleReasons`. */
	readonly aside: Uint8Array;
	/** Day (since 1970-01-01) on which the file was written; null where that is not known. */
	readonly writtenDay: number | null;
	/** What else reaches the customer of each row, read when it is asked for; absent where nothing does. */
	readonly contacts?: () => Contacts | null;
	readonly source: RowReader;
}

/** What two spellings of one id share: spaces around it aside and, for e-mails, capitals. */
export const idKey = (id: string): string => {
	const text = id.trim();
	return text.includes('@') ? text.toLowerCase() : text;
};

/**
 * A table of people from columns that have been read. `ids` holds the cells of the column of ids, or is null where the file has
 * none. The first row of an id counts; later ones, and rows without an id, are set aside.
 */
export function makePeople(
	parts: Omit<People, 'ids' | 'named' | 'aside' | 'writtenDay'> & { ids: readonly string[] | null; writtenDay?: number | null }
): People {
	const { rows } = parts;
	const aside = new Uint8Array(rows);
	const ids = parts.ids?.map((id) => id.trim()) ?? Array.from({ length: rows }, (_, row) => String(row + 1));
	if (parts.ids) {
		const seen = new Set<string>();
		ids.forEach((id, row) => {
			const key = idKey(id);
			if (key === '') aside[row] = 1 + peopleReasons.indexOf('noId');
			else if (seen.has(key)) aside[row] = 1 + peopleReasons.indexOf('repeatedId');
			seen.add(key);
		});
	}
	return { ...parts, ids, named: parts.ids !== null, aside, writtenDay: parts.writtenDay ?? null };
}

/** How many rows are set aside for each reason. */
export function peopleLedger({ aside }: People): Record<PeopleReason, number> {
	const ledger = { noId: 0, repeatedId: 0, samePerson: 0 };
	for (const reason of aside) if (reason > 0) ledger[peopleReasons[reason - 1]!]++;
	return ledger;
}
