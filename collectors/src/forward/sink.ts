/** The stream will never take this message, however often it is sent. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** A connection to the stream of batches. */
export interface Sink {
  /**
   * Resolves when the stream has the message on disk. Rejects with {@link RefusedError} when it never will,
   * with any other error when it may later. `traceparent` goes along as a header.
   */
  publish(subject: string, id: string, payload: string, traceparent: string): Promise<void>;
  /** Resolves when the connection is over, with the fault where there is one. */
  readonly closed: Promise<Error | null>;
  close(): Promise<void>;
}

/** Opens a connection; rejects when there is none to be had now. */
export type OpenSink = () => Promise<Sink>;
