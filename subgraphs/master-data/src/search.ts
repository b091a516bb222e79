/** The ILIKE pattern of a text that stands anywhere in another. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
