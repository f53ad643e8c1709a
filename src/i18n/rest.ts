import { counts } from './messages/counts.js';
import { data } from './messages/data.js';
import { doctor } from './messages/doctor.js';
import { embed } from './messages/embed.js';
import { exports } from './messages/export.js';
import { features } from './messages/features.js';
import { glossary } from './messages/glossary.js';
import { habits } from './messages/habits.js';
import { identities } from './messages/identities.js';
import { kept } from './messages/kept.js';
import { map } from './messages/map.js';
import { policies } from './messages/policies.js';
import { predict } from './messages/predict.js';
import { preferences } from './messages/preferences.js';
import { prepare } from './messages/prepare.js';
import { profile } from './messages/profile.js';
import { related } from './messages/related.js';
import { rfm } from './messages/rfm.js';
import { segments } from './messages/segments.js';
import { value } from './messages/value.js';
import { visits } from './messages/visits.js';

/** What the cells of a notebook say; fetched when one is opened. */
export const rest = {
	...counts,
	...data,
	...doctor,
	...embed,
	...exports,
	...features,
	...glossary,
	...habits,
	...identities,
	...kept,
	...map,
	...policies,
	...predict,
	...preferences,
	...prepare,
	...profile,
	...related,
	...rfm,
	...segments,
	...value,
	...visits
};
