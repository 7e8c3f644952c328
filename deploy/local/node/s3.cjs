'use strict';
// s3rver with what clients of S3 rely on and it lacks: bodies in chunks with checksums behind them, objects that appear whole or not at
// all, puts on condition, uploads that are given up. Arguments: FOLDER PORT BUCKET

const crypto = require('node:crypto');
const fs = require('node:fs');
const { mkdir, rename, rm, stat } = require('node:fs/promises');
const path = require('node:path');
const { Transform, pipeline } = require('node:stream');
const { pipeline: copy } = require('node:stream/promises');
const S3rver = require('s3rver');
const S3Error = require('s3rver/lib/models/error');

const [directory, port, bucket] = process.argv.slice(2);
fs.mkdirSync(directory, { recursive: true });
const app = new S3rver({ directory, port: Number(port), address: '127.0.0.1', silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }] });

// Its tokens of listings are made with DES, which OpenSSL 3 has as triple DES alone.
for (const name of ['createCipheriv', 'createDecipheriv']) {
  const make = crypto[name];
  crypto[name] = (cipher, key, ...rest) => (cipher === 'des' ? make('des-ede3-cbc', Buffer.concat([key, key, key]), ...rest) : make(cipher, key, ...rest));
}

/** Takes the frames off an "aws-chunked" body: size in hexadecimal, data, and so on to an empty one and its trailers. */
class Chunks extends Transform {
  rest = Buffer.alloc(0);
  left = 0;
  ended = false;

  _transform(bytes, _, done) {
    this.rest = Buffer.concat([this.rest, bytes]);
    while (!this.ended) {
      if (this.left === 0) {
        const end = this.rest.indexOf('\r\n');
        if (end < 0) break;
        this.left = parseInt(this.rest.subarray(0, end), 16);
        this.rest = this.rest.subarray(end + 2);
        if (this.left === 0) this.ended = true;
        else this.left += 2;
      } else {
        // The line end after the data is no data.
        const data = Math.min(this.left - 2, this.rest.length);
        if (data > 0) this.push(this.rest.subarray(0, data));
        const taken = data > 0 ? data : Math.min(this.left, this.rest.length);
        if (taken === 0) break;
        this.left -= taken;
        this.rest = this.rest.subarray(taken);
      }
    }
    done();
  }

  _flush(done) {
    done(this.ended ? null : new S3Error('IncompleteBody', 'The request body ended before its last chunk.'));
  }
}

const exists = name => stat(name).then(() => true, () => false);

app.middleware.unshift(async (ctx, next) => {
  const [, bucketName, ...key] = decodeURIComponent(ctx.path).split('/');
  const query = ctx.query;
  if (ctx.method === 'DELETE' && query.uploadId) {
    const upload = path.join(app.store.getResourcePath(bucketName, undefined, 'uploads'), path.basename(query.uploadId));
    if (!(await exists(upload))) throw new S3Error('NoSuchUpload', 'The specified upload does not exist.');
    await rm(upload, { recursive: true });
    ctx.status = 204;
    return;
  }
  if (['PUT', 'POST'].includes(ctx.method) && ctx.get('If-None-Match') === '*' && (await app.store.existsObject(bucketName, key.join('/')))) {
    ctx.req.resume();
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  if (ctx.get('x-amz-content-sha256').startsWith('STREAMING-')) {
    const headers = ctx.req.headers;
    headers['content-length'] = headers['x-amz-decoded-content-length'];
    headers['content-encoding'] = (headers['content-encoding'] ?? '').replace(/aws-chunked,?/, '').trim() || undefined;
    headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
    ctx.req = pipeline(ctx.req, new Chunks(), () => {});
  }
  await next();
});

async function write(content, file) {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = path.join(directory, `.writing-${crypto.randomUUID()}`);
  const hash = crypto.createHash('md5');
  let size = 0;
  const measure = new Transform({
    transform(bytes, _, done) {
      hash.update(bytes);
      size += bytes.length;
      done(null, bytes);
    },
  });
  try {
    await copy(content, measure, fs.createWriteStream(temporary));
    return { temporary, size, md5: hash.digest('hex') };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

app.store.putObject = async function putObject(object) {
  const file = this.getResourcePath(object.bucket, object.key, 'object');
  const { temporary, size, md5 } = await write(object.content, file);
  await this.putMetadata(object.bucket, object.key, object.metadata, md5);
  await rename(temporary, file);
  return { size, md5 };
};

app.store.putPart = async function putPart(bucketName, uploadId, partNumber, content) {
  const file = path.join(this.getResourcePath(bucketName, undefined, 'uploads'), uploadId, String(partNumber));
  const { temporary, size, md5 } = await write(content, file);
  await rename(temporary, file);
  return { size, md5 };
};

app.run();
