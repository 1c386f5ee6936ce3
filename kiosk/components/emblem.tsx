// The mark beside the name: the venue's one or two characters on a seal, or the product's lattice window.

/** Each character of a pair has half the width. */
function Characters({ text }: { text: string }) {
  const count = [...text].length;
  return (
    <text class={`emblem__characters emblem__characters--${count}`} x="32" y="32" lang="zh-CN">
      {text}
    </text>
  );
}

function Lattice() {
  return (
    <>
      <rect class="emblem__pane" x="12" y="12" width="40" height="40" rx="2" />
      <path
        class="emblem__lattice"
        d="M32 12v13M32 39v13M12 32h13M39 32h13M22 12v40M42 12v40M12 22h40M12 42h40"
      />
      <rect class="emblem__light" x="25" y="25" width="14" height="14" />
    </>
  );
}

/** `text` is what the venue set; the name beside it says the same in full, so the mark is silent. */
export function Emblem({ text = null }: { text?: string | null }) {
  return (
    <svg class="emblem" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect class="emblem__frame" width="64" height="64" rx="11" />
      {text ? <Characters text={text} /> : <Lattice />}
    </svg>
  );
}
