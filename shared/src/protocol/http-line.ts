// A line over HTTP, where a network lets no WebSocket through: a GET whose answer is a stream of events, and POSTs of frames.
//
// `GET <path>/line` is answered with `text/event-stream`. Its first event, `line`, tells the id of the line; an event without a name is a frame
// in base64, `text` is one that is text; `ping` asks for a sign of life; `close` is the last, with code and reason as a WebSocket has them.
// `POST <path>/line/<id>?from=<n>` brings frames one after the other, each after its length in four bytes, the highest first. `n` is how many
// frames of this line went before: what comes again is not taken again. A POST without frames is a sign of life.

/** Names of events. */
export const lineEvent = { id: 'line', frame: 'message', text: 'text', ping: 'ping', close: 'close' } as const;

/** Name of the query parameter that numbers the first frame of a POST. */
export const FROM_PARAMETER = 'from';

const headBytes = 4;

/** The body of a POST. */
export function bodyOfFrames(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(frames.reduce((sum, frame) => sum + headBytes + frame.length, 0));
  const view = new DataView(body.buffer);
  let at = 0;
  for (const frame of frames) {
    view.setUint32(at, frame.length);
    body.set(frame, at + headBytes);
    at += headBytes + frame.length;
  }
  return body;
}

/** The frames of a body, which lie in it; null where it is none. */
export function framesOf(body: Uint8Array): Uint8Array[] | null {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const frames: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    if (at + headBytes > body.length) return null;
    const end = at + headBytes + view.getUint32(at);
    if (end > body.length) return null;
    frames.push(body.subarray(at + headBytes, end));
    at = end;
  }
  return frames;
}
