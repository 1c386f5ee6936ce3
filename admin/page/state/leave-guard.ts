// Asks before a screen with unsaved work is left, by a link of the desk or by closing the tab.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** What to ask before leaving; null when nothing would be interrupted. */
export const leaveQuestion = signal<string | null>(null);

/** Guards the screen for as long as there is a question. */
export function useLeaveGuard(question: string | null): void {
  useEffect(() => {
    if (question === null) return;
    leaveQuestion.value = question;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => {
      leaveQuestion.value = null;
      removeEventListener('beforeunload', warn);
    };
  }, [question]);
}

/** The address a click would lead to inside the desk, or null when the click is not the desk's business. */
export function deskAddressOf(event: MouseEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.target !== '' || link.hasAttribute('download')) return null;
  if (link.origin !== location.origin || !link.pathname.startsWith('/admin/')) return null;
  const isSamePage = link.pathname === location.pathname && link.search === location.search;
  return isSamePage ? null : link.pathname + link.search;
}
