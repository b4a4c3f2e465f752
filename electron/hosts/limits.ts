/** The most that one request may have, in bytes, on both hosts. */
export const REQUEST_LIMIT = 1024 * 1024;

/** The same for the requests that carry a whole file. */
export const FILE_REQUEST_LIMIT = 32 * 1024 * 1024;
