/** The file that a misbehaving job's process runs. */
import { serveJobs } from '../../../src/main/jobs/serve.ts';
import { misbehavingJobs } from './registry.ts';

serveJobs(misbehavingJobs);
