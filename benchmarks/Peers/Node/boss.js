// node boss.js URL JOBS BATCH: drains no-op jobs in batches of this size by four fetchers, its fast setting. Prints jobs per second.
import { PgBoss } from "pg-boss";

const [url, jobs, batch] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const boss = new PgBoss({ connectionString: url, max: 12 });
await boss.start();
await boss.createQueue("noop");
for (let from = 0; from < jobs; from += 1000) {
  await boss.insert("noop", Array.from({ length: Math.min(1000, jobs - from) }, (_, i) => ({ data: { i: from + i } })));
}

let left = jobs;
const began = process.hrtime.bigint();
await Promise.all(Array.from({ length: 4 }, async () => {
  while (left > 0) {
    const fetched = await boss.fetch("noop", { batchSize: batch });
    if (fetched.length > 0) {
      await boss.complete("noop", fetched.map((job) => job.id));
      left -= fetched.length;
    }
  }
}));
console.log((jobs / (Number(process.hrtime.bigint() - began) / 1e9)).toFixed(0));
await boss.stop({ graceful: false });
process.exit(0);
