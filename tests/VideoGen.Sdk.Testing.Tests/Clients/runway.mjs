// Runway's own client: create, poll to the end, download. Arguments: the folder of the packages, the base URL.
import { createRequire } from 'node:module';

const [packages, baseURL] = process.argv.slice(2);
const RunwayML = createRequire(`${packages}/`)('@runwayml/sdk').default;
const client = new RunwayML({ apiKey: 'key-of-a-stranger', baseURL, maxRetries: 0 });

const created = await client.textToVideo.create({ model: 'gen4.5', promptText: 'a red kite', ratio: '1280:720', duration: 5 });
let task;
do {
  await new Promise((wake) => setTimeout(wake, 50));
  task = await client.tasks.retrieve(created.id);
} while (!['SUCCEEDED', 'FAILED'].includes(task.status));
const file = await fetch(task.output[0]);
const organization = await client.organization.retrieve();

console.log(JSON.stringify({ id: created.id, state: task.status, bytes: (await file.arrayBuffer()).byteLength, type: file.headers.get('content-type'), more: typeof organization.creditBalance }));
