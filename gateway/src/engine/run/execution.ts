import type { GatewayContext } from '../../engine-api.ts';
import type { Recipient, SubgraphResponse } from '../../transport/transport.ts';
import type { Json } from '../own.ts';
import type { CompiledPlan, Step } from '../plan/compile.ts';
import type { CompiledFetch } from '../plan/fetch.ts';
import { merge } from '../plan/merge-tree.ts';
import { applyRewrites } from '../plan/rewrites.ts';
import type { TypeConditions } from '../types.ts';
import { contextGroups } from './contexts.ts';
import { EntityBatch, type PendingEntities } from './entities.ts';
import { ErrorList } from './errors.ts';
import { gather } from './gather.ts';
import { ClientVariables, EngineRequest } from './request.ts';

/** How many fetches go in one request at most. */
const MAX_TOGETHER = 50;

/** Sends one request; its recipient gets the answer or the fault. */
export type Send = (request: EngineRequest, recipient: Recipient) => void;

export interface ExecutionOptions {
  readonly plan: CompiledPlan;
  readonly send: Send;
  readonly conditions: TypeConditions;
  readonly context: GatewayContext;
  /** As the client gave them: what goes to subgraphs. */
  readonly given: Readonly<Record<string, unknown>> | undefined;
  /** With defaults: what conditions look at. */
  readonly coerced: Readonly<Record<string, unknown>>;
  /** Told of each fetch that is over, whatever came of it. */
  readonly onFetched?: (fetch: CompiledFetch) => void;
}

/** What executions have in common that gather the parts of one answer. */
export interface Gathering {
  readonly root: Json;
  /** The objects found at paths. */
  readonly found: Map<readonly string[], readonly Json[]>;
}

/**
 * One run of a compiled plan. Steps call back rather than return promises: a plan has many steps and few of
 * them wait for anything.
 */
export class Execution {
  readonly root: Json;
  readonly errors = new ErrorList();
  readonly #options: ExecutionOptions;
  readonly #values: ClientVariables;
  readonly #waiting = new Map<string, PendingEntities[]>();
  readonly #gathered: Gathering['found'];
  #flushScheduled = false;

  constructor(options: ExecutionOptions, { root, found }: Gathering = { root: {}, found: new Map() }) {
    this.#options = options;
    this.#values = new ClientVariables(options.given);
    this.root = root;
    this.#gathered = found;
  }

  /** Runs all steps; resolves when the last is done. It never rejects: faults are among the errors. */
  run(): Promise<void> {
    const { step } = this.#options.plan;
    if (!step) return Promise.resolve();
    return new Promise((resolve) => this.#run(step, resolve));
  }

  #run(step: Step, done: () => void): void {
    switch (step.kind) {
      case 'fetch':
        this.#runFetch(step.fetch, done);
        return;
      case 'sequence':
        this.#runFrom(step.steps, 0, done);
        return;
      case 'parallel': {
        let open = step.steps.length;
        if (open === 0) {
          done();
          return;
        }
        const oneDone = () => {
          open -= 1;
          if (open === 0) done();
        };
        for (const child of step.steps) this.#run(child, oneDone);
        return;
      }
      case 'condition': {
        const branch = this.#options.coerced[step.variable] === true ? step.whenTrue : step.whenFalse;
        if (branch) this.#run(branch, done);
        else done();
      }
    }
  }

  #runFetch(fetch: CompiledFetch, done: () => void): void {
    const { context, onFetched } = this.#options;
    if (context.lifetime.ended !== undefined) {
      done();
      return;
    }
    if (!onFetched) {
      this.#fetch(fetch, done);
      return;
    }
    this.#fetch(fetch, () => {
      onFetched(fetch);
      done();
    });
  }

  #runFrom(steps: readonly Step[], at: number, done: () => void): void {
    const step = steps[at];
    if (step) this.#run(step, () => this.#runFrom(steps, at + 1, done));
    else done();
  }

  /** The objects at a path; what was gathered is good until an answer brings objects. */
  #gather(path: readonly string[]): readonly Json[] {
    let found = this.#gathered.get(path);
    if (!found) {
      found = gather(this.root, path);
      this.#gathered.set(path, found);
    }
    return found;
  }

  #fetch(fetch: CompiledFetch, done: () => void): void {
    try {
      if (hasEntities(fetch)) this.#fetchEntities(fetch, done);
      else this.#fetchRoot(fetch, done);
    } catch (fault) {
      this.errors.fetchFailed(fault, fetch);
      done();
    }
  }

  #fetchRoot(fetch: CompiledFetch, done: () => void): void {
    const { context, send, conditions } = this.#options;
    const targets = fetch.path.length === 0 ? [this.root] : this.#gather(fetch.path);
    if (targets.length === 0) {
      done();
      return;
    }
    const isRead = fetch.kind !== 'mutation';
    const request = new EngineRequest(
      fetch.subgraph,
      isRead,
      context,
      fetch,
      this.#values,
      fetch.variables,
      [],
    );
    const apply = ({ data, errors }: SubgraphResponse) => {
      if (errors) for (const error of errors) this.errors.subgraphError(error, fetch, [], error.path);
      if (!data) return;
      this.#gathered.clear();
      if (fetch.outputRewrites) applyRewrites(fetch.outputRewrites, data, conditions);
      for (const target of targets) merge(target, data, fetch.tree);
    };
    const failed = (fault: unknown) => this.errors.fetchFailed(fault, fetch);
    send(request, recipientOf(apply, failed, done));
  }

  #fetchEntities(fetch: PendingEntities['fetch'], done: () => void): void {
    const found = this.#gather(fetch.path);
    if (found.length === 0) {
      done();
      return;
    }
    if (fetch.contexts) this.#waitByContext(fetch, fetch.contexts, done);
    else this.#wait({ fetch, found, done });
    if (this.#flushScheduled) return;
    this.#flushScheduled = true;
    // steps that begin in the same turn are siblings: what they want of one subgraph goes in one request
    queueMicrotask(() => this.#flush());
  }

  #wait(pending: PendingEntities): void {
    const { subgraph } = pending.fetch;
    const waiting = this.#waiting.get(subgraph);
    if (waiting) waiting.push(pending);
    else this.#waiting.set(subgraph, [pending]);
  }

  /** What stands above the entities may differ: each set of values is asked for with its own. */
  #waitByContext(
    fetch: PendingEntities['fetch'],
    contexts: NonNullable<CompiledFetch['contexts']>,
    done: () => void,
  ): void {
    const groups = contextGroups(this.root, fetch.path, contexts, this.#options.conditions);
    let open = groups.length;
    const oneDone = () => {
      open -= 1;
      if (open === 0) done();
    };
    for (const context of groups) this.#wait({ fetch, found: context.found, context, done: oneDone });
  }

  #flush(): void {
    this.#flushScheduled = false;
    const batches = [...this.#waiting];
    this.#waiting.clear();
    for (const [subgraph, pending] of batches)
      for (let i = 0; i < pending.length; i += MAX_TOGETHER)
        this.#trySendBatch(subgraph, pending.slice(i, i + MAX_TOGETHER), true);
  }

  #trySendBatch(subgraph: string, pending: readonly PendingEntities[], mayRepeat: boolean): void {
    const done = () => {
      for (const { done: oneDone } of pending) oneDone();
    };
    const failed = (fault: unknown) => {
      for (const fetch of new Set(pending.map((one) => one.fetch))) this.errors.fetchFailed(fault, fetch);
    };
    try {
      this.#sendBatch(subgraph, pending, mayRepeat, failed, done);
    } catch (fault) {
      failed(fault);
      done();
    }
  }

  #sendBatch(
    subgraph: string,
    pending: readonly PendingEntities[],
    mayRepeat: boolean,
    failed: (fault: unknown) => void,
    done: () => void,
  ): void {
    const { context, send, plan, conditions } = this.#options;
    const batch = new EntityBatch(pending, plan.combinations, conditions);
    if (batch.isEmpty) {
      done();
      return;
    }
    const { contextValues } = batch;
    const request = new EngineRequest(
      subgraph,
      true,
      context,
      batch.document,
      contextValues ? this.#values.with(contextValues) : this.#values,
      contextValues ? [...batch.variables, ...Object.keys(contextValues)] : batch.variables,
      batch.lists,
    );
    const apply = (response: SubgraphResponse) => {
      if (!batch.isFlat) this.#gathered.clear();
      batch.apply(response, this.root, this.errors);
    };
    const recipient = recipientOf(apply, failed, done);
    if (batch.groups.length === 1 || !mayRepeat) {
      send(request, recipient);
      return;
    }
    send(request, {
      answered: (response) => {
        if (response.data || !response.errors) {
          recipient.answered(response);
          return;
        }
        // one fault has nulled all: asked one by one, it nulls only its own
        for (const one of batch.idle) one.done();
        for (const { members } of batch.groups) this.#trySendBatch(subgraph, members, false);
      },
      failed: (fault) => recipient.failed(fault),
    });
  }
}

/** Applies an answer; a fault of the answer is one of the fetch. */
function recipientOf(
  apply: (response: SubgraphResponse) => void,
  failed: (fault: unknown) => void,
  done: () => void,
): Recipient {
  return {
    answered(response) {
      try {
        apply(response);
      } catch (fault) {
        failed(fault);
      }
      done();
    },
    failed(fault) {
      failed(fault);
      done();
    },
  };
}

function hasEntities(fetch: CompiledFetch): fetch is PendingEntities['fetch'] {
  return fetch.entities !== undefined;
}
