import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { mount } from 'svelte';
import { createApi } from './api/api.ts';
import App from './App.svelte';
import { chooseHost } from './host/choose-host.ts';
import { Session } from './state/session.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

const host = chooseHost();
const session = new Session(createApi(host), window.sessionStorage);
mount(App, { target, props: { session, onMenu: (run: (command: string) => void) => host.onMenu(run) } });
