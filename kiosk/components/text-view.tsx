// A plain-text attachment, in UTF-8 or, when it is not that, GB18030.

import { useLoaded } from '../state/use-loaded.ts';
import { Skeleton } from './skeleton.tsx';

/** Longer files show their beginning; the whole travels to the phone. */
const mostBytes = 2_000_000;

async function readText(file: Blob): Promise<string> {
  const bytes = await file.slice(0, mostBytes).arrayBuffer();
  try {
    const isCut = file.size > mostBytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export function TextView({ file }: { file: Blob }) {
  const text = useLoaded(`text ${file.size}`, () => readText(file), { isFresh: true });
  if (text.value === undefined) return <Skeleton lines={8} shape="text" />;
  return (
    <pre class="text-view" lang="zh-CN">
      {text.value}
    </pre>
  );
}
