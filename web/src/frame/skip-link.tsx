/** A link, visible on focus, that moves the focus past the header. */
export const SkipLink = () => (
  <a
    className="skip"
    href="#view"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById('view')?.focus();
    }}
  >
    Skip to content
  </a>
);
