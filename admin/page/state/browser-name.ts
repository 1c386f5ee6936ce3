// Names a browser as people know it, from the header it sends.

const browsers: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/MicroMessenger\/(\d+)/, 'WeChat'],
  [/Edg\w*\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/(?:Chrome|Chromium|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];
const systems: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** “Chrome 156 · Linux”; the header itself, shortened, when nothing in it is known. */
export function browserName(userAgent: string): string {
  const [pattern, name] = browsers.find(([known]) => known.test(userAgent)) ?? [null, ''];
  const browser = pattern ? `${name} ${pattern.exec(userAgent)?.[1] ?? ''}`.trim() : '';
  const system = systems.find(([known]) => known.test(userAgent))?.[1] ?? '';
  return [browser, system].filter((part) => part !== '').join(' · ') || userAgent.slice(0, 80);
}
