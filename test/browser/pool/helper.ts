import { serveJobs, type AnyJob } from '../../../src/compute/helper.js';
import { jobs } from './jobs.js';

const library = import.meta.glob<{ job: AnyJob }>('../../../src/lib/**/*.job.ts');

serveJobs(async (name) => (await library[`../../../src/lib/${name}.job.ts`]?.())?.job ?? (Object(jobs)[name] as AnyJob));
