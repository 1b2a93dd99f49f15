// The port of the line between nodes: a doorbell. PostgreSQL is the truth; what gets lost on this line is read from the store, later.

/** Who hears what other nodes say of one topic. */
export interface BusListener {
  /** Messages of one node come in the order it sent them. Never called from within `publish` or `subscribe`. */
  hear(message: Uint8Array): void;
  /**
   * From now on nothing is missed: told when listening begins, and each time something may have been missed before: the line of this node
   * was down, or another node lost what it said while its own was. What was missed is never told later.
   */
  listening(): void;
}

export interface Bus {
  /** False where this node is the only one there can be: then there is nobody to tell, and nothing to read again. */
  readonly isShared: boolean;
  /** False while what this node says is being lost, or what others say to it. Known within a few seconds where a line dies without a word. */
  readonly isUp: boolean;
  /** Says it to the other nodes that listen to the topic, never to this one. Lost while the line is down; never throws, never waits. */
  publish(topic: string, message: Uint8Array): void;
  /** Returns how to stop. A listener that fails is reported and keeps nobody else from hearing. */
  subscribe(topic: string, listener: BusListener): () => void;
  /** What was said before still goes out, where the line is up. Afterwards nothing is said or heard. */
  close(): Promise<void>;
}
