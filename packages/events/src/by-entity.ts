import type { Consumer, ReadMessage } from './define-consumer.ts';

/**
 * Makes one consumer of all that consume events of one kind of entity, so that what happened to an entity is
 * handled in the order in which it happened: of two durables the one may be far behind the other. Each event is
 * remembered under the name of its own consumer.
 */
export function byEntity(consumers: readonly Consumer[]): Consumer[] {
  const groups = new Map<string, Map<string, Consumer>>();
  const alone: Consumer[] = [];
  for (const consumer of consumers) {
    const { entity, stream, filter } = consumer;
    const group = groups.get(`${stream} ${entity}`) ?? new Map<string, Consumer>();
    // a second one of the same event goes its own way
    if (entity === undefined || group.has(lastToken(filter))) alone.push(consumer);
    else groups.set(`${stream} ${entity}`, group.set(lastToken(filter), consumer));
  }
  return [...[...groups.values()].map(together), ...alone];
}

function together(byEvent: ReadonlyMap<string, Consumer>): Consumer {
  const [first, ...others] = byEvent.values();
  if (first?.entity === undefined) throw new Error('no consumer of an entity');
  const { entity, stream, filter } = first;
  return {
    name: entity.replaceAll('.', '-'),
    stream,
    entity,
    filter: others.length === 0 ? filter : `mes.*.${entity}.>`,
    read(text, subject) {
      const consumer = byEvent.get(lastToken(subject));
      return consumer ? { ...consumer.read(text, subject), inbox: consumer.name } : foreign(subject);
    },
  };
}

const lastToken = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1);

/** An event of the entity that nobody here consumes. */
const foreign = (subject: string): ReadMessage => ({
  id: '',
  tenantId: subject.split('.')[1] ?? '',
  ignored: true,
  handle: async () => {},
});
