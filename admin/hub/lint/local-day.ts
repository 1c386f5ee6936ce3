// The day on the hub's own clock: what staff mean by today.

/** `YYYY-MM-DD`. */
export function formatDate(nowMs: number): string {
  const now = new Date(nowMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
