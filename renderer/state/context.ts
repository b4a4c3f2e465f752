import { createContext } from 'svelte';
import type { Session } from './session.svelte.ts';

/** The session of the window, for every component below the app. */
export const [getSession, setSession] = createContext<Session>();
