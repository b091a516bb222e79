import type { GraphQLFormattedError } from 'graphql';
import type { LaterAnswer } from '../engine-api.ts';
import type { EndReason, Lifetime } from '../lifetime.ts';
import type { PrivateNames } from './names.ts';
import { ErrorList } from './run/errors.ts';
import type { PartedRun } from './run/parted-run.ts';
import type { JsonBuffer } from './shape/json-buffer.ts';
import { isRelevant } from './shape/relevance.ts';
import { AnswerWriter, type OpenPart } from './shape/writer.ts';

export interface LaterOptions {
  readonly run: PartedRun;
  /** What belongs to the objects of the first message. */
  readonly open: readonly OpenPart[];
  readonly out: JsonBuffer;
  readonly names: PrivateNames;
  readonly introspection: ReadonlyMap<string, string>;
  readonly lifetime: Lifetime;
  finished(out: JsonBuffer): string | Buffer;
}

/**
 * The messages that follow the first: each has the parts that are complete by then, as
 * https://github.com/graphql/graphql-wg/blob/main/rfcs/DeferStream.md has them in August 2022, which clients know as
 * `deferSpec=20220824`.
 */
export async function* laterAnswers(options: LaterOptions): AsyncGenerator<LaterAnswer, void> {
  const { run, lifetime } = options;
  const told = new Set<string>();
  let open = [...options.open];
  while (open.length > 0) {
    const { ended } = lifetime;
    if (ended === 'disconnect') return;
    if (ended !== undefined) {
      yield brokenOff(open, ended, options);
      return;
    }
    const ready = open.filter(({ deferred }) => run.isComplete(deferred.id));
    if (ready.length === 0) {
      await run.next();
      continue;
    }
    open = open.filter(({ deferred }) => !run.isComplete(deferred.id));
    const message = new Message(options);
    const errors = run.errors.map(message.inWords);
    for (const part of ready) {
      const own = told.has(part.deferred.id) ? [] : run.errorsOf(part.deferred.id).map(message.inWords);
      told.add(part.deferred.id);
      for (const below of message.write(part, errors, own)) open.push(below);
    }
    yield message.end(open.length > 0);
  }
}

/** One message while it is written. */
class Message {
  readonly #options: LaterOptions;
  readonly #errors: GraphQLFormattedError[] = [];
  #cost = 0;
  #isEmpty = true;

  constructor(options: LaterOptions) {
    this.#options = options;
    options.out.begin();
    options.out.raw('{"incremental":[');
  }

  /** An error with its path in the client's words. */
  readonly inWords = (error: GraphQLFormattedError): GraphQLFormattedError =>
    error.path ? { ...error, path: this.#options.names.inResponse(error.path) } : error;

  /**
   * Writes one part and gives what comes later of it.
   * @param all the errors so far: those of this part are among them
   * @param own the errors of what was fetched for this part and others of its kind; those of no part's own are told here
   */
  write(
    part: OpenPart,
    all: readonly GraphQLFormattedError[],
    own: readonly GraphQLFormattedError[],
  ): readonly OpenPart[] {
    const { out, introspection } = this.#options;
    const { deferred, value, typename, path } = part;
    const errors = new ErrorList([
      ...all.filter((error) => isOf(part, error)),
      ...own.filter((error) => !isBelow(path, error.path) && !isInList(path, error.path)),
    ]);
    this.#head(part);
    const writer = new AnswerWriter(out, errors, introspection, path);
    writer.write(value, deferred.shape, typename);
    this.#cost += writer.cost;
    this.#tail(errors.errors);
    return writer.parts;
  }

  /** Says that a part will not come. */
  refuse(part: OpenPart, error: GraphQLFormattedError): void {
    this.#head(part);
    this.#options.out.raw('null');
    this.#tail([{ ...error, path: [...part.path] }]);
  }

  end(hasNext: boolean): LaterAnswer {
    const { out, finished } = this.#options;
    out.raw(hasNext ? '],"hasNext":true}' : '],"hasNext":false}');
    return { body: finished(out), hasNext, errors: this.#errors, cost: this.#cost };
  }

  #head({ deferred, path }: OpenPart): void {
    const { out } = this.#options;
    if (!this.#isEmpty) out.raw(',');
    this.#isEmpty = false;
    const label = deferred.label === undefined ? '' : `"label":${JSON.stringify(deferred.label)},`;
    out.text(`{${label}"path":${JSON.stringify(path)},"data":`);
  }

  #tail(errors: readonly GraphQLFormattedError[]): void {
    const { out } = this.#options;
    if (errors.length > 0) {
      out.raw(',"errors":');
      out.text(JSON.stringify(errors));
      this.#errors.push(...errors);
    }
    out.raw('}');
  }
}

type Path = readonly (string | number)[];

/** Whether an error is of a field that a part is about. */
function isOf({ deferred, value, typename, path }: OpenPart, error: GraphQLFormattedError): boolean {
  if (!error.path || !isBelow(path, error.path)) return false;
  const rest = error.path.slice(path.length);
  const names = rest.filter((one) => typeof one === 'string');
  return deferred.shape.asksFor(names) && isRelevant(rest, value, deferred.shape, typename);
}

function isBelow(place: Path, path: Path | undefined): boolean {
  return path !== undefined && path.length > place.length && place.every((step, i) => path[i] === step);
}

/** Whether a path leads to another item of a list that a place is in: what is said of it belongs to that item's part. */
function isInList(place: Path, path: Path | undefined): boolean {
  const names = (one: Path) => one.filter((step) => typeof step === 'string').join('.');
  return (
    path !== undefined && path.length > place.length && names(path.slice(0, place.length)) === names(place)
  );
}

function brokenOff(open: readonly OpenPart[], reason: EndReason, options: LaterOptions): LaterAnswer {
  const message = new Message(options);
  for (const part of open) message.refuse(part, ENDED[reason]);
  return message.end(false);
}

const ENDED: Readonly<Record<EndReason, GraphQLFormattedError>> = {
  timeout: { message: 'The request took too long.', extensions: { code: 'REQUEST_TIMEOUT' } },
  shutdown: { message: 'The gateway is stopping.', extensions: { code: 'SHUTDOWN' } },
  disconnect: { message: 'The client has gone.', extensions: { code: 'DISCONNECTED' } },
};
