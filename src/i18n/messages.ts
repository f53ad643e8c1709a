import { app } from './messages/app.js';
import { charts } from './messages/charts.js';
import { data } from './messages/data.js';
import { doctor } from './messages/doctor.js';
import { embed } from './messages/embed.js';
import { exports } from './messages/export.js';
import { features } from './messages/features.js';
import { glossary } from './messages/glossary.js';
import { habits } from './messages/habits.js';
import { identities } from './messages/identities.js';
import { map } from './messages/map.js';
import { notebook } from './messages/notebook.js';
import { policies } from './messages/policies.js';
import { predict } from './messages/predict.js';
import { preferences } from './messages/preferences.js';
import { prepare } from './messages/prepare.js';
import { problems } from './messages/problems.js';
import { profile } from './messages/profile.js';
import { rfm } from './messages/rfm.js';
import { segments } from './messages/segments.js';
import { value } from './messages/value.js';
import { visits } from './messages/visits.js';

/** Every text of the product, by id. Ids begin with the name of their group. */
export const allMessages = {
	...app,
	...charts,
	...data,
	...doctor,
	...embed,
	...exports,
	...features,
	...glossary,
	...habits,
	...identities,
	...map,
	...notebook,
	...policies,
	...predict,
	...preferences,
	...prepare,
	...problems,
	...profile,
	...rfm,
	...segments,
	...value,
	...visits
};
export type AllMessages = typeof allMessages;
export type MessageId = keyof AllMessages;
