/** The file that a job's process runs. */
import { jobRegistry } from './registry.ts';
import { serveJobs } from './serve.ts';

serveJobs(jobRegistry);
