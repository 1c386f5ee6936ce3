// The mark of the product: a lattice window, the only place a drawing stands for the name.

export function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect class="emblem__frame" width="64" height="64" rx="11" />
      <rect class="emblem__pane" x="12" y="12" width="40" height="40" rx="2" />
      <path
        class="emblem__lattice"
        d="M32 12v13M32 39v13M12 32h13M39 32h13M22 12v40M42 12v40M12 22h40M12 42h40"
      />
      <rect class="emblem__light" x="25" y="25" width="14" height="14" />
    </svg>
  );
}
