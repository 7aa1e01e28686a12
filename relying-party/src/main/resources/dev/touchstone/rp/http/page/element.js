/** A made element with a text in it; never markup. */
export function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) {
    made.className = className;
  }
  return made;
}

/** A point in time as the reader's language writes it. */
export const moment = (text) =>
  text
    ? new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text))
    : '';
