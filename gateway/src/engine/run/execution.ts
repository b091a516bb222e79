import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../../engine-api.ts';
import type { SubgraphResponse } from '../../transport/transport.ts';
import type { Json } from '../own.ts';
import type { CompiledPlan, Step } from '../plan/compile.ts';
import type { CompiledFetch } from '../plan/fetch.ts';
import { merge } from '../plan/merge-tree.ts';
import { applyRewrites } from '../plan/rewrites.ts';
import type { TypeConditions } from '../types.ts';
import { EntityBatch, type PendingEntities, pendingEntities } from './entities.ts';
import { ErrorList } from './errors.ts';
import { gather } from './gather.ts';
import { ClientVariables, EngineRequest } from './request.ts';

/** Sends one request; resolves with an answer or rejects with a TransportError. */
export type Send = (request: EngineRequest) => Promise<SubgraphResponse>;

export interface ExecutionOptions {
  readonly plan: CompiledPlan;
  readonly send: Send;
  readonly conditions: TypeConditions;
  readonly context: GatewayContext;
  /** As the client gave them: what goes to subgraphs. */
  readonly given: Readonly<Record<string, unknown>> | undefined;
  /** With defaults: what conditions look at. */
  readonly coerced: Readonly<Record<string, unknown>>;
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
  #flushScheduled = false;

  constructor(options: ExecutionOptions, root: Json = {}) {
    this.#options = options;
    this.#values = new ClientVariables(options.given);
    this.root = root;
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
        if (this.#options.context.lifetime.ended !== undefined) done();
        else if (step.fetch.entities) this.#fetchEntities(step.fetch, done);
        else this.#fetchRoot(step.fetch, done);
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

  #runFrom(steps: readonly Step[], at: number, done: () => void): void {
    const step = steps[at];
    if (step) this.#run(step, () => this.#runFrom(steps, at + 1, done));
    else done();
  }

  #fetchRoot(fetch: CompiledFetch, done: () => void): void {
    const { context, send, conditions } = this.#options;
    const targets = fetch.path.length === 0 ? [this.root] : gather(this.root, fetch.path);
    if (targets.length === 0) {
      done();
      return;
    }
    const request = new EngineRequest(
      fetch.subgraph,
      fetch.kind !== 'mutation',
      context,
      fetch,
      this.#values,
      fetch.variables,
      [],
    );
    const answered = ({ data, errors }: SubgraphResponse) => {
      if (errors) for (const error of errors) this.errors.subgraphError(error, fetch, [], error.path);
      if (!data) return;
      if (fetch.outputRewrites) applyRewrites(fetch.outputRewrites, data, conditions);
      for (const target of targets) merge(target, data, fetch.tree);
    };
    this.#settle(send(request), answered, (fault) => this.errors.fetchFailed(fault, fetch), done);
  }

  #fetchEntities(fetch: CompiledFetch, done: () => void): void {
    const pending = pendingEntities(fetch, gather(this.root, fetch.path), this.#options.conditions, done);
    if (!pending) {
      done();
      return;
    }
    const waiting = this.#waiting.get(fetch.subgraph);
    if (waiting) waiting.push(pending);
    else this.#waiting.set(fetch.subgraph, [pending]);
    if (this.#flushScheduled) return;
    this.#flushScheduled = true;
    // steps that begin in the same turn are siblings: what they want of one subgraph goes in one request
    queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    this.#flushScheduled = false;
    const batches = [...this.#waiting];
    this.#waiting.clear();
    for (const [subgraph, pending] of batches) this.#sendBatch(subgraph, pending, true);
  }

  #sendBatch(subgraph: string, pending: readonly PendingEntities[], mayRepeat: boolean): void {
    const { context, send, plan, conditions } = this.#options;
    const batch = new EntityBatch(pending, plan.combinations);
    const request = new EngineRequest(
      subgraph,
      true,
      context,
      batch.document,
      this.#values,
      batch.variables,
      batch.lists,
    );
    const done = () => {
      for (const { done: oneDone } of pending) oneDone();
    };
    const answered = (response: SubgraphResponse): boolean => {
      const { data, errors } = response;
      if (!data && errors && batch.groups.length > 1 && mayRepeat) {
        // one fault has nulled all: asked one by one, it nulls only its own
        for (const group of batch.groups) this.#sendBatch(subgraph, group.members, false);
        return true;
      }
      batch.apply(response, this.root, this.errors, conditions);
      return false;
    };
    const failed = (fault: unknown) => {
      for (const { fetch } of pending) this.errors.fetchFailed(fault, fetch);
    };
    send(request).then(
      (response) => {
        let repeated = false;
        try {
          repeated = answered(response);
        } catch (fault) {
          failed(fault);
        }
        if (!repeated) done();
      },
      (fault) => {
        failed(fault);
        done();
      },
    );
  }

  #settle(
    sent: Promise<SubgraphResponse>,
    answered: (response: SubgraphResponse) => void,
    failed: (fault: unknown) => void,
    done: () => void,
  ): void {
    sent.then(
      (response) => {
        try {
          answered(response);
        } catch (fault) {
          failed(fault);
        }
        done();
      },
      (fault) => {
        failed(fault);
        done();
      },
    );
  }

  /** The errors so far, formatted. */
  get formatted(): readonly GraphQLFormattedError[] {
    return this.errors.errors;
  }
}
