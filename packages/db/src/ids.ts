import { v7 } from 'uuid';

/** A new UUIDv7: ids made later sort later, so that keyset pages and b-trees stay in order of creation. */
export const newId = (): string => v7();
