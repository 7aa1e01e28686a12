// What a person typed, checked where it was typed. The server checks all of it again.

import { Problem } from './api.js';

function complaint(input) {
  const { validity } = input;
  const name = input.labels[0].textContent;
  if (validity.valueMissing) {
    return `${name} is missing.`;
  }
  if (validity.typeMismatch) {
    return 'An e-mail address looks like ada@example.com.';
  }
  if (input.type === 'number' && !validity.valid) {
    return `${name} is a number from ${input.min} to ${input.max}.`;
  }
  if (validity.badInput || validity.rangeUnderflow || validity.rangeOverflow) {
    return `${name} is not a day that can be.`;
  }
  return validity.valid ? '' : input.validationMessage;
}

function mark(input, text = complaint(input)) {
  const place = document.getElementById(`${input.id}-error`);
  if (place) {
    place.textContent = text;
    place.hidden = text === '';
    input.setAttribute('aria-invalid', String(text !== ''));
  }
  return text === '';
}

/** Whether all fields are in order; marks those that are not, and goes to the first. */
export function check(form) {
  const wrong = [...form.querySelectorAll('input')].filter((input) => !mark(input));
  wrong[0]?.focus();
  return wrong.length === 0;
}

/** Marks the fields of which the server complained. */
export function markRefused(form, errors) {
  for (const { field, reason } of errors) {
    const input = form.elements.namedItem(field.replace(/^\//, ''));
    if (input) {
      mark(input, `${input.labels[0].textContent} ${reason}.`);
      input.focus();
    }
  }
}

export function wireForms() {
  const birth = document.getElementById('date-of-birth');
  birth.max = new Date().toISOString().slice(0, 10);
  for (const input of document.querySelectorAll('form input')) {
    input.addEventListener('input', () => {
      if (input.getAttribute('aria-invalid') === 'true') {
        mark(input);
      }
    });
  }
}

/** What to do about a code that was refused. */
export async function explained(task, input, advice) {
  try {
    return await task();
  } catch (failure) {
    if (failure.code !== 'code_refused') {
      throw failure;
    }
    input.setAttribute('aria-invalid', 'true');
    input.focus();
    throw new Problem(`The code was not accepted. ${advice}`, failure.status, failure.code);
  }
}
