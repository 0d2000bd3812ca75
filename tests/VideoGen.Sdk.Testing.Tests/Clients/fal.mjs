// fal's own client, its queue host led to the base URL: create, poll to the end, download. Arguments: the folder of the packages, the base URL.
import { createRequire } from 'node:module';

const [packages, baseUrl] = process.argv.slice(2);
const { createFalClient } = createRequire(`${packages}/`)('@fal-ai/client');
const client = createFalClient({
  credentials: 'key-of-a-stranger',
  requestMiddleware: async (request) => ({ ...request, url: request.url.replace('https://queue.fal.run', baseUrl) }),
});

const model = 'fal-ai/pika/v2.2/text-to-video';
const created = await client.queue.submit(model, { input: { prompt: 'a red kite', duration: 5, aspect_ratio: '16:9', resolution: '720p' } });
let status;
do {
  await new Promise((wake) => setTimeout(wake, 50));
  status = await client.queue.status(model, { requestId: created.request_id, logs: true });
} while (status.status !== 'COMPLETED');
const { data } = await client.queue.result(model, { requestId: created.request_id });
const file = await fetch(data.video.url);

console.log(JSON.stringify({ id: created.request_id, state: status.status, bytes: (await file.arrayBuffer()).byteLength, type: file.headers.get('content-type'), more: typeof created.status_url }));
