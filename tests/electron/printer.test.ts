import { beforeEach, describe, expect, it } from 'vitest';
import type { BrowserWindow } from 'electron';
import { createElectronPrinter, PDF_OPTIONS } from '#electron/print/electron-printer.ts';
import { PrintError } from '#electron/print/printer.ts';
import { printOptions } from '#shared/contract/print-options.ts';
import { BrowserWindow as StubWindow, stub } from './electron-stub.mjs';

const request = { planId: 'p/1?#ä', options: printOptions.parse({ paper: 'a4', per: 3 }) };
let window: InstanceType<typeof StubWindow>;

beforeEach(() => {
  stub.page = {
    state: { ready: 'true', problem: '' },
    pdf: '%PDF-stub',
    picture: { width: 800, height: 600, png: 'PNG-stub' },
  };
  stub.calls.length = 0;
  window = new StubWindow({});
});

const aPrinter = (limitMs = 60_000) =>
  createElectronPrinter({
    openHidden: () => window as unknown as BrowserWindow,
    address: 'app://bundle/print.html',
    limitMs,
    pollMs: 1,
  });

const detailOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PrintError);
  expect(error).toMatchObject({ failure: { code: 'print-failed' } });
  return (error as PrintError).failure as { detail: string };
};

describe('the desktop printer', () => {
  it('asks the page for the very request and prints it as the page lays it out', async () => {
    const pdf = await aPrinter().print(request);
    expect(Buffer.from(pdf).toString()).toBe('%PDF-stub');
    const [page, fragment] = window.webContents.url.split('#');
    expect(page).toBe('app://bundle/print.html');
    expect(JSON.parse(decodeURIComponent(fragment ?? ''))).toEqual(request);
    expect(stub.calls.at(-1)).toEqual(['webContents.printToPDF', PDF_OPTIONS]);
    expect(window.destroyed).toBe(true);
  });

  it('waits until the page says that it is ready', async () => {
    let asked = 0;
    window.webContents.executeJavaScript = async () => {
      asked += 1;
      return { ready: asked < 5 ? '' : 'true', problem: '' };
    };
    await aPrinter().print(request);
    expect(asked).toBe(5);
  });

  it('passes on the page’s own sentence when it fails', async () => {
    stub.page.state = { ready: 'failed', problem: 'The plan has no dates.' };
    expect((await detailOf(aPrinter().print(request))).detail).toBe('The plan has no dates.');
    expect(stub.calls.map(([name]) => name)).not.toContain('webContents.printToPDF');
    expect(window.destroyed).toBe(true);
  });

  it.each([
    ['never gets ready', () => void (stub.page.state = { ready: '', problem: '' })],
    [
      'answers nothing',
      () => void (window.webContents.executeJavaScript = () => new Promise(() => undefined)),
    ],
    ['never loads', () => void (window.loadURL = () => new Promise(() => undefined))],
    ['never comes out', () => void (window.webContents.printToPDF = () => new Promise(() => undefined))],
  ])('gives up on a page that %s', async (_what, break_) => {
    break_();
    expect((await detailOf(aPrinter(30).print(request))).detail).toContain('0.03 seconds');
    expect(window.destroyed).toBe(true);
  });

  it('does not wait for a page whose process died', async () => {
    window.loadURL = async () => {
      setImmediate(() => window.webContents.emit('render-process-gone', {}, { reason: 'oom' }));
    };
    stub.page.state = { ready: '', problem: '' };
    expect((await detailOf(aPrinter().print(request))).detail).toContain('process ended');
    expect(window.destroyed).toBe(true);
  });

  it.each([
    ['loading', () => void (window.loadURL = () => Promise.reject(new Error('ERR_FAILED (-2)')))],
    [
      'printing',
      () => void (window.webContents.printToPDF = () => Promise.reject(new Error('ERR_FAILED (-2)'))),
    ],
  ])('says why when %s fails', async (_what, break_) => {
    break_();
    expect((await detailOf(aPrinter().print(request))).detail).toBe('ERR_FAILED (-2)');
    expect(window.destroyed).toBe(true);
  });

  it('survives a window that somebody closed', async () => {
    window.webContents.executeJavaScript = async () => {
      window.destroy();
      throw new Error('Object has been destroyed');
    };
    await detailOf(aPrinter().print(request));
  });
});

describe('a picture by the desktop printer', () => {
  const wanted = { planId: 'p/1?#ä', from: '2027-01-01' };

  it('asks the page for the very days and takes all of it, however small the window is', async () => {
    const png = await aPrinter().draw(wanted);
    expect(Buffer.from(png).toString()).toBe('PNG-stub');
    expect(JSON.parse(decodeURIComponent(window.webContents.url.split('#')[1] ?? ''))).toEqual({
      planId: 'p/1?#ä',
      picture: { from: '2027-01-01' },
    });
    expect(stub.calls.slice(-3)).toEqual([
      ['debugger.attach'],
      [
        'debugger.sendCommand',
        'Page.captureScreenshot',
        {
          format: 'png',
          captureBeyondViewport: true,
          clip: { x: 0, y: 0, width: 800, height: 600, scale: 2 },
        },
      ],
      ['debugger.detach'],
    ]);
    expect(window.destroyed).toBe(true);
  });

  it.each([
    ['a side', { width: 8_193, height: 100 }],
    ['the whole', { width: 6_000, height: 6_000 }],
  ])('refuses one of which %s is too large, before it is taken', async (_what, size) => {
    stub.page.picture = { ...size, png: '' };
    await expect(aPrinter().draw(wanted)).rejects.toMatchObject({
      failure: { code: 'picture-too-large', width: size.width * 2, height: size.height * 2 },
    });
    expect(stub.calls.map(([name]) => name)).not.toContain('debugger.sendCommand');
    expect(window.destroyed).toBe(true);
  });

  it('lets go of the page when the picture cannot be taken', async () => {
    window.webContents.debugger.sendCommand = () => Promise.reject(new Error('Target closed'));
    expect((await detailOf(aPrinter().draw(wanted))).detail).toBe('Target closed');
    expect(stub.calls.at(-1)).toEqual(['debugger.detach']);
  });
});
