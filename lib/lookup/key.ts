/** Where the text to look up waits for its page: in the memory of this session, never on the disk. */
export const LOOKUP_KEY = 'look-up';
