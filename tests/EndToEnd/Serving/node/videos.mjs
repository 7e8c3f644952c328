// The official SDK as it is published, against a server whose address is the first argument. Prints what it saw, as JSON.
import OpenAI, { toFile } from "openai";
import http from "node:http";

const [baseURL] = process.argv.slice(2);
const client = new OpenAI({ baseURL: `${baseURL}/v1`, apiKey: "none" });
const seen = {};

async function end(video) {
  while (video.status === "queued" || video.status === "in_progress") {
    const { data, response } = await client.videos.retrieve(video.id).withResponse();
    video = data;
    const wait = Number(response.headers.get("openai-poll-after-ms") ?? 0);
    seen.pollAfter = Math.max(seen.pollAfter ?? 0, wait);
    await new Promise((done) => setTimeout(done, Math.min(wait, 300)));
  }
  return video;
}

async function error(call) {
  try {
    await call();
    return null;
  } catch (e) {
    return { name: e.constructor.name, status: e.status, code: e.code, param: e.param, type: e.type, requestId: e.requestID };
  }
}

const create = { prompt: "What is a glacier?", model: "sora-2", seconds: "4", size: "320x180" };
const created = client.videos.createAndPoll ? await client.videos.createAndPoll(create) : await client.videos.create(create);
seen.created = created;
const video = await end(created);
seen.video = video;

const film = Buffer.from(await (await client.videos.downloadContent(video.id)).arrayBuffer());
seen.film = { bytes: film.length, type: film.subarray(4, 8).toString() };
for (const variant of ["thumbnail", "spritesheet"]) {
  const picture = Buffer.from(await (await client.videos.downloadContent(video.id, { variant })).arrayBuffer());
  seen[variant] = picture.subarray(0, 3).toString("hex");
}

const remix = await client.videos.remix(video.id, { prompt: "What is a volcano?" });
seen.remix = remix;
await end(remix);
seen.listed = [];
for await (const listed of client.videos.list({ limit: 1, order: "asc" })) seen.listed.push(listed.id);
seen.deleted = await client.videos.delete(remix.id);
seen.gone = await error(() => client.videos.retrieve(remix.id));
seen.empty = await error(() => client.videos.create({ prompt: " " }));
seen.odd = await error(() => client.videos.create({ prompt: "What is a glacier?", size: "321x180" }));
seen.reference = await error(async () => client.videos.create({ prompt: "x y", input_reference: await toFile(Buffer.from("x"), "a.png") }));

// A picture of the caller's own: all red, and the film's thumbnail shows it.
const red = await toFile(Buffer.from(process.argv[3], "base64"), "red.png", { type: "image/png" });
const own = await end(await client.videos.create({ prompt: "What is a harbour?", seconds: "8", size: "640x360", input_reference: red }));
seen.own = own;
const url = { image_url: `data:image/png;base64,${process.argv[3]}` };
seen.sameByUrl = (await client.videos.create({ prompt: "What is a harbour?", seconds: "8", size: "640x360", input_reference: url })).id === own.id;
seen.ownThumbnail = Buffer.from(await (await client.videos.downloadContent(own.id, { variant: "thumbnail" })).arrayBuffer()).toString("base64");
await client.videos.delete(own.id);

// A connection that breaks before the answer: the SDK sends the request again, which must not make a second video.
const server = new URL(baseURL);
let requests = 0;
const proxy = http.createServer((request, response) => {
  const passed = http.request({ host: server.hostname, port: server.port, method: request.method, path: request.url, headers: { ...request.headers, host: server.host } }, (answer) => {
    if (++requests === 1) {
      answer.resume();
      answer.on("end", () => request.socket.destroy());
      return;
    }
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  request.pipe(passed);
});
await new Promise((listening) => proxy.listen(0, "127.0.0.1", listening));
const before = new Set(seen.listed);
const shaky = new OpenAI({ baseURL: `http://127.0.0.1:${proxy.address().port}/v1`, apiKey: "none" });
const once = await shaky.videos.create({ prompt: "What is a whale?", seconds: "8", size: "320x180" });
seen.retries = requests;
seen.madeOnce = [];
for await (const listed of client.videos.list()) if (!before.has(listed.id)) seen.madeOnce.push(listed.id === once.id);
await client.videos.delete(once.id);
proxy.closeAllConnections();
proxy.close();

console.log(JSON.stringify(seen));
