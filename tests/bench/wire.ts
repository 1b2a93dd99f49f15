// The lightest client that still speaks the wire: it frames, counts and passes on what it hears, and holds no document.
import { once } from 'node:events';
import { createDecoder, type Decoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { messageType, syncStep } from '@cocrea/shared/protocol/message-type.ts';

export interface Wire {
  readonly socket: WebSocket;
  /** Sends a frame that `updateFrame` or `presenceFrame` made. */
  send(frame: Uint8Array): void;
  close(): Promise<void>;
}

export interface Hearing {
  /** Yjs updates as they come, those of the first sync included. The bytes are the socket's own: copy what you keep. */
  readonly onUpdate?: (update: Uint8Array) => void;
  /** Any frame of another type. */
  readonly onOther?: (type: number, frame: Uint8Array) => void;
  readonly protocols?: string[];
}

/** Where a document is served, and how one begins there. */
export interface Entrance {
  readonly address: string;
  /** Sends step 1 and waits for the answer, as every Yjs client does; a bare relay answers nothing. */
  readonly syncs: boolean;
  /** The name of the document where every frame begins with it and the first one is a token, as on Hocuspocus' wire. */
  readonly named?: string;
}
/** Of Hocuspocus: what a token travels in, and how it calls an answer to step 1. */
const named = { token: [2, 0], syncReply: 4 } as const;

export async function openWire(entrance: Entrance, hearing: Hearing = {}): Promise<Wire> {
  const { address, syncs, named: name } = entrance;
  const socket = new WebSocket(address, hearing.protocols ?? [], { perMessageDeflate: false });
  socket.binaryType = 'nodebuffer';
  let synced: (() => void) | undefined;
  const firstSync = syncs ? new Promise<void>((resolve) => (synced = resolve)) : Promise.resolve();
  socket.on('message', (frame: Buffer) => {
    const decoder = createDecoder(frame);
    const head = readHead(decoder, { isNamed: name !== undefined });
    if (head.step === null) hearing.onOther?.(head.type, frame);
    if (head.step === null || head.step === syncStep.one) return;
    hearing.onUpdate?.(readVarUint8Array(decoder));
    if (head.step === syncStep.two) synced?.();
  });
  const failed = once(socket, 'close').then(([code, reason]) => {
    throw new Error(`closed before it was open: ${code} ${String(reason)}`);
  });
  failed.catch(() => undefined);
  await Promise.race([once(socket, 'open'), failed]);
  const head = name === undefined ? null : headOf(name);
  const send: Wire['send'] = (frame) => socket.send(head === null ? frame : Buffer.concat([head, frame]), { binary: true });
  for (const frame of greetings(entrance)) socket.send(frame, { binary: true });
  await Promise.race([firstSync, failed]);
  return {
    socket,
    send,
    close: async () => {
      if (socket.readyState === WebSocket.CLOSED) return;
      socket.terminate();
      await once(socket, 'close');
    },
  };
}

/** What a client says first: who it is, where it is asked, and that it has nothing yet. */
export function greetings({ syncs, named: name }: Entrance): Uint8Array[] {
  const stepOne = syncs ? [syncFrame(syncStep.one, new Uint8Array([0]))] : [];
  return name === undefined ? stepOne : [tokenFrame(), ...stepOne].map((frame) => Buffer.concat([headOf(name), frame]));
}

/** The head of a frame, behind which lies the update of a step two or an update; `step` is null for what is not of the text. */
export function readHead(
  decoder: Decoder,
  { isNamed }: { isNamed: boolean },
): { readonly type: number; readonly step: number | null } {
  if (isNamed) readVarString(decoder);
  const type = readVarUint(decoder);
  const isText = type === messageType.sync || (isNamed && type === named.syncReply);
  return { type, step: isText ? readVarUint(decoder) : null };
}

function headOf(name: string): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, name);
  return toUint8Array(encoder);
}

function tokenFrame(): Uint8Array {
  const encoder = createEncoder();
  for (const part of named.token) writeVarUint(encoder, part);
  writeVarString(encoder, 'a token');
  return toUint8Array(encoder);
}

/** A Yjs update as a frame of the wire. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncStep.update, update);
}

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, messageType.sync);
  writeVarUint(encoder, step);
  writeVarUint8Array(encoder, payload);
  return toUint8Array(encoder);
}

/** An encoded awareness update as a frame of the wire. */
export function presenceFrame(update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, messageType.awareness);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}
