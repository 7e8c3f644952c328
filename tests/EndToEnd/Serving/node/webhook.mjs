// Verifies a delivery with the official SDK: secret, then headers and body on standard input as JSON.
import OpenAI from "openai";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { headers, body } = JSON.parse(Buffer.concat(chunks).toString());
const client = new OpenAI({ apiKey: "none", webhookSecret: process.argv[2] });
console.log(JSON.stringify(await client.webhooks.unwrap(body, headers)));
