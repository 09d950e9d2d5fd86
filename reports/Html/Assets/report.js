'use strict';
// Comfort only: everything is readable without it.
const items = {
  matrix: '#matrix tbody tr:not(.area)',
  failures: '#failures article.failure',
  requirements: '#requirements details.requirement',
};
const bad = ['fail', 'leak', 'crash', 'hang', 'error', 'warn', 'flaky', 'xpass', 'waived'];
for (const form of document.querySelectorAll('form[data-filter]')) {
  const all = [...document.querySelectorAll(items[form.dataset.filter])];
  const output = form.querySelector('output');
  const holds = (item, words, verdict, target) => {
    const verdicts = (item.dataset.verdicts || '').split(' ');
    return words.every(word => (item.dataset.text || '').includes(word))
      && (!target || item.dataset.target === target)
      && (!verdict || (verdict === 'bad' ? verdicts.some(one => bad.includes(one)) : verdicts.includes(verdict)));
  };
  const apply = () => {
    const value = name => form.elements[name] ? form.elements[name].value : '';
    const words = value('text').toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    for (const item of all) {
      const keep = holds(item, words, value('verdict'), value('target'));
      item.classList.toggle('gone', !keep);
      if (keep) shown++;
    }
    output.textContent = shown === all.length ? '' : `${shown} of ${all.length}`;
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
}
const reveal = () => {
  const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  place.classList.remove('gone');
  if (place.tagName === 'DETAILS') place.open = true;
};
addEventListener('hashchange', reveal);
reveal();
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.previousElementSibling.textContent);
      button.textContent = 'Copied';
    });
  }
}
