// Keeps a fault in one screen from taking the desk with it: the menu stays, and the screen says what to do.
import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { ProblemNotice } from './problem.tsx';

export function ScreenBoundary({ children }: { readonly children: ComponentChildren }) {
  const [error, retry] = useErrorBoundary();
  if (error !== undefined) return <ProblemNotice error={error} retry={retry} />;
  return <>{children}</>;
}
