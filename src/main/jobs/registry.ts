/** All jobs by name; a new family of jobs is one line here. Its schemas load on both sides, its code only in the child. */
import { importJobs } from './import/jobs.ts';
import { renderJobs } from './render/jobs.ts';

/** The jobs of the product. */
export const jobRegistry = { ...importJobs, ...renderJobs };
