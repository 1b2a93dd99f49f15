// The lightest client that still speaks the wire: it frames, counts and passes on what it hears, and holds no document.
import { once } from 'node:events';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
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

/**
 * Opens a socket. `syncs` sends step 1 and waits for the answer, as every Yjs client does; a bare relay answers nothing.
 */
export async function openWire(address: string, { syncs, ...hearing }: Hearing & { readonly syncs: boolean }): Promise<Wire> {
  const socket = new WebSocket(address, hearing.protocols ?? [], { perMessageDeflate: false });
  socket.binaryType = 'nodebuffer';
  let synced: (() => void) | undefined;
  const firstSync = syncs ? new Promise<void>((resolve) => (synced = resolve)) : Promise.resolve();
  socket.on('message', (frame: Buffer) => {
    const decoder = createDecoder(frame);
    const type = readVarUint(decoder);
    if (type !== messageType.sync) {
      hearing.onOther?.(type, frame);
      return;
    }
    const step = readVarUint(decoder);
    if (step === syncStep.one) return;
    hearing.onUpdate?.(readVarUint8Array(decoder));
    if (step === syncStep.two) synced?.();
  });
  const failed = once(socket, 'close').then(([code, reason]) => {
    throw new Error(`closed before it was open: ${code} ${String(reason)}`);
  });
  failed.catch(() => undefined);
  await Promise.race([once(socket, 'open'), failed]);
  if (syncs) socket.send(syncFrame(syncStep.one, new Uint8Array([0])));
  await Promise.race([firstSync, failed]);
  return {
    socket,
    send: (frame) => socket.send(frame, { binary: true }),
    close: async () => {
      if (socket.readyState === WebSocket.CLOSED) return;
      socket.terminate();
      await once(socket, 'close');
    },
  };
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
