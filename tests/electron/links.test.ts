import { describe, expect, it } from 'vitest';
import { addressToOpen, createOpenLink } from '#electron/shell/links.ts';

/** What a plan file from a stranger might call a link. */
const HOSTILE = [
  'file:///etc/passwd',
  'file://server/share/x.exe',
  'FILE:///C:/Windows/System32/calc.exe',
  '\\\\server\\share\\x.exe',
  '//server/share/x.exe',
  'C:\\Windows\\System32\\calc.exe',
  '/usr/bin/xterm',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.org/1',
  'about:blank',
  'chrome://settings',
  'app://bundle/index.html',
  'http://example.org/',
  'ftp://example.org/x',
  'smb://example.org/share',
  'ssh://-oProxyCommand=calc/x',
  'ms-msdt:/id PCWDiagnostic',
  'ms-officecmd:{"x":1}',
  'search-ms:query=x&crumb=location:\\\\evil',
  'ms-word:ofe|u|https://evil.example/x.docm',
  'vscode://file/etc/passwd',
  'tel:+15551234',
  'sms:+15551234',
  'itms-services://?action=download-manifest',
  'intent://x#Intent;scheme=https;end',
  'x-apple.systempreferences:x',
  'view-source:https://example.org/',
  'https://user:password@example.org/',
  'https://bank.example@evil.example/',
  'https://@evil.example/',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'https:\\\\evil.example\\x',
  'https://evil.example\\@bank.example/',
  'https://',
  'https://?x',
  'https://exa mple.org/',
  'https://example.org/\u0000.exe',
  'https://example.org/\r\nX: y',
  'https://example.org/"&calc.exe',
  'https://example.org/`calc`',
  'https://example.org/$(calc)|x',
  'https://exa%6dple.org:99999/',
  'https://\u202egro.elpmaxe/',
  'https://example.org/\u200bx',
  'https://example.org/\u2028x',
  `https://example.org/${'a'.repeat(2_000)}`,
  'mailto:',
  'mailto:ada',
  'mailto:ada@example.org?attach=/etc/passwd',
  'mailto:ada@example.org?bcc=eve@evil.example',
  'mailto:ada@example.org%0abcc:eve@evil.example',
  'mailto:test%../../../../windows/system32/calc.exe".cmd@x.org',
  'mailto:-flag ada@example.org',
  'mailto://ada@example.org/',
  '',
  'example.org',
];

function aLink(button: number, opens = true) {
  const asked: string[] = [];
  const opened: string[] = [];
  const open = createOpenLink(
    {
      ask: async ({ detail }) => {
        asked.push(detail ?? '');
        return button;
      },
    },
    {
      openExternal: async (url) => {
        if (!opens) throw new Error('no program for this');
        opened.push(url);
      },
    },
  );
  return { open, asked, opened };
}

describe('a link', () => {
  it.each(HOSTILE)('%j is neither opened nor asked about', async (url) => {
    // A person who says yes to everything.
    const { open, asked, opened } = aLink(0);
    expect(await open({ url })).toEqual({ ok: false, error: { code: 'cannot-open-link', url } });
    expect({ asked, opened }).toEqual({ asked: [], opened: [] });
  });

  it.each([
    ['https://www.example.org/apply?x=1&y=(2)#top', 'https://www.example.org/apply?x=1&y=(2)#top'],
    ['HTTPS://Example.ORG', 'https://example.org/'],
    ['https://example.org:8443/a%20b/ü', 'https://example.org:8443/a%20b/%C3%BC'],
    // Shown as what it is, not as what it looks like.
    ['https://аpple.com/', 'https://xn--pple-43d.com/'],
    ['https://example.org/who@where', 'https://example.org/who@where'],
    ['mailto:board@example.gov', 'mailto:board@example.gov'],
    ['mailto:a.b+c@mail.example.gov', 'mailto:a.b+c@mail.example.gov'],
  ])('%s is opened as %s, which the person sees first', async (url, address) => {
    const { open, asked, opened } = aLink(0);
    expect(await open({ url })).toEqual({ ok: true, value: null });
    expect({ asked, opened }).toEqual({ asked: [address], opened: [address] });
    expect(addressToOpen(url)).toBe(address);
  });

  it('stays closed when the person says no, which is no failure', async () => {
    const { open, opened } = aLink(1);
    expect(await open({ url: 'https://example.org/' })).toEqual({ ok: true, value: null });
    expect(opened).toEqual([]);
  });

  it('that no program takes is a failure', async () => {
    const { open } = aLink(0, false);
    expect(await open({ url: 'https://example.org/' })).toMatchObject({
      ok: false,
      error: { code: 'cannot-open-link' },
    });
  });
});
