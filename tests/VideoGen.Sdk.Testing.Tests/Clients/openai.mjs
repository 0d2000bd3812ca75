// OpenAI's own client against a gateway of the same shape: create, poll to the end, download. Arguments: the folder of the packages, the base URL.
import { createRequire } from 'node:module';

const [packages, baseUrl] = process.argv.slice(2);
const OpenAI = createRequire(`${packages}/`)('openai').default;
const client = new OpenAI({ apiKey: 'key-of-a-stranger', baseURL: `${baseUrl}/v1`, maxRetries: 0 });

const created = await client.videos.create({ model: 'sora-2', prompt: 'a red kite', seconds: '4', size: '1280x720' });
let video;
do {
  await new Promise((wake) => setTimeout(wake, 50));
  video = await client.videos.retrieve(created.id);
} while (!['completed', 'failed'].includes(video.status));
const file = await client.videos.downloadContent(created.id);
const listed = await client.videos.list();

console.log(JSON.stringify({ id: created.id, state: video.status, bytes: (await file.arrayBuffer()).byteLength, type: file.headers.get('content-type'), more: String(listed.data.some((v) => v.id === created.id)) }));
