// node graphile.js URL JOBS BATCH: drains no-op jobs with the local queue of this size, its fast setting; 1 is without. Prints jobs per second.
import { Logger, makeWorkerUtils, run } from "graphile-worker";

const [url, jobs, batch] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const tools = await makeWorkerUtils({ connectionString: url });
await tools.migrate();
await tools.withPgClient((client) => client.query(
  "SELECT graphile_worker.add_jobs((SELECT array_agg(json_populate_record(NULL::graphile_worker.job_spec, json_build_object('identifier', 'noop', 'payload', json_build_object('i', i)))) FROM generate_series(1, $1) i))",
  [jobs]));
let left = jobs;
let done;
const all = new Promise((resolve) => { done = resolve; });
const began = process.hrtime.bigint();
const runner = await run({
  connectionString: url,
  concurrency: 24,
  maxPoolSize: 12,
  noHandleSignals: true,
  taskList: { noop: () => { if (--left === 0) done(); } },
  preset: { worker: batch > 1 ? { localQueue: { size: batch }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } : {} },
  logger: new Logger(() => () => {}),
});
await all;
console.log((jobs / (Number(process.hrtime.bigint() - began) / 1e9)).toFixed(0));
await runner.stop();
await tools.release();
process.exit(0);
