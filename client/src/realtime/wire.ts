// Our frames beside y-websocket's own: what the server tells a client that speaks `cocrea.v1`.
import { readCrowd } from '@cocrea/shared/protocol/crowd.ts';
import { readDurable } from '@cocrea/shared/protocol/durable.ts';
import { readHello, type Hello } from '@cocrea/shared/protocol/hello.ts';
import { messageType, syncStep } from '@cocrea/shared/protocol/message-type.ts';
import { PartsJoiner, readPart } from '@cocrea/shared/protocol/part.ts';
import { readNotice, type Notice } from '@cocrea/shared/protocol/notice.ts';
import { clone, createDecoder, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';

export interface WireListener {
  hello(hello: Hello): void;
  durable(frames: number): void;
  notice(notice: Notice): void;
  crowd(people: number): void;
}

/** Has the provider hand our frames to `listener`. None of them is answered. */
export function listenToWire(provider: WebsocketProvider, listener: WireListener): void {
  const handle = (type: number, read: (decoder: Decoder) => void) => {
    provider.messageHandlers[type] = (_encoder, decoder) => read(decoder);
  };
  handle(messageType.hello, (decoder) => listener.hello(readHello(decoder)));
  handle(messageType.durable, (decoder) => listener.durable(readDurable(decoder).frames));
  handle(messageType.notice, (decoder) => listener.notice(readNotice(decoder)));
  handle(messageType.crowd, (decoder) => listener.crowd(readCrowd(decoder)));
}

/** Has the provider take in what comes in parts as if it had come at once. */
export function joinParts(provider: WebsocketProvider): void {
  const joiner = new PartsJoiner();
  provider.on('status', () => joiner.forget());
  provider.messageHandlers[messageType.part] = (encoder, decoder, to, emitSynced) => {
    const part = readPart(decoder);
    if (!joiner.fits(part)) throw new Error('The server sent a part out of order.');
    const whole = joiner.add(part);
    if (whole === null) return;
    const inner = createDecoder(whole);
    const type = readVarUint(inner);
    provider.messageHandlers[type]?.(encoder, inner, to, emitSynced, type);
  };
}

/** Has `told` know the text update each sync frame brings, for as long as it is being taken in; null afterwards. */
export function watchArrivals(provider: WebsocketProvider, told: (update: Uint8Array | null) => void): void {
  const takeIn = provider.messageHandlers[messageType.sync];
  if (!takeIn) return;
  provider.messageHandlers[messageType.sync] = (encoder, decoder, ...rest) => {
    const ahead = clone(decoder);
    if (readVarUint(ahead) !== syncStep.one) told(readVarUint8Array(ahead));
    try {
      takeIn(encoder, decoder, ...rest);
    } finally {
      told(null);
    }
  };
}
