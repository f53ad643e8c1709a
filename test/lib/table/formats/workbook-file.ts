import { strToU8, zipSync } from 'fflate';

export interface SheetFile {
	readonly name: string;
	/** The XML of its rows. */
	readonly rows: string;
	readonly state?: string;
	/** XML before and after the rows. */
	readonly before?: string;
	readonly after?: string;
}

export interface WorkbookFile {
	readonly sheets: readonly SheetFile[];
	readonly strings?: readonly string[];
	/** Number formats; cell style i + 1 has format i. */
	readonly formats?: readonly string[];
	readonly date1904?: boolean;
	/** Prefix of all element names of sheets, as some writers have it. */
	readonly prefix?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook written by hand, XML by XML, so that it can hold what a library would not write. */
export function workbookFile({ sheets, strings, formats = [], date1904 = false, prefix = '' }: WorkbookFile): Uint8Array {
	const xml = (text: string) => strToU8(head + text);
	const prefixed = (text: string) => (prefix === '' ? text : text.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}:`));
	const files: Record<string, Uint8Array> = {
		'[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
		'xl/workbook.xml': xml(
			`<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
				.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`)
				.join('')}</sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': xml(
			`<Relationships>${sheets
				.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="${i % 2 ? '/xl/' : ''}worksheets/s${i}.xml"/>`)
				.join(
					''
				)}<Relationship Id="s" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
		),
		'xl/styles.xml': xml(
			`<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
				.map((format, i) => `<numFmt numFmtId="${170 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
				.join('')}</numFmts><cellXfs count="${formats.length + 2}"><xf numFmtId="0"/>${formats
				.map((_, i) => `<xf numFmtId="${170 + i}" applyNumberFormat="1"/>`)
				.join('')}<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`
		)
	};
	if (strings)
		files['xl/sharedStrings.xml'] = xml(
			`<sst xmlns="${main}" count="999999999" uniqueCount="999999999">${strings.map((si) => `<si>${si}</si>`).join('')}</sst>`
		);
	for (const [i, { rows, before = '', after = '' }] of sheets.entries()) {
		const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
		const open = prefix === '' ? 'worksheet' : `${prefix}:worksheet`;
		files[`xl/worksheets/s${i}.xml`] = xml(
			`<${open} ${name}="${main}">${prefixed(`${before}<sheetData>${rows}</sheetData>${after}`)}</${open}>`
		);
	}
	return zipSync(files);
}
