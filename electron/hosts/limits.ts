import { FILE_LIMIT } from '#shared/contract/interop.ts';

/** The most that one request may have, in bytes, on both hosts. */
export const REQUEST_LIMIT = 1024 * 1024;

/**
 * The same for the requests that carry a whole file. A quotation mark, a backslash or a line end is two bytes once the
 * text is JSON, and so is a letter that was one byte in Latin-1: every file that may be read fits in twice its size.
 */
export const FILE_REQUEST_LIMIT = 2 * FILE_LIMIT + REQUEST_LIMIT;
