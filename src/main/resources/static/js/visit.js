// The visit form: one long page without scripts; with them, what does not apply steps aside, and a phone shows a step at a time.
(() => {
    'use strict';
    const form = document.querySelector('form.visit');
    if (!form) return;

    const show = () => {
        const met = form.querySelector('[data-met="yes"]')?.checked ?? true;
        for (const part of form.querySelectorAll('[data-if-met]')) part.hidden = part.dataset.ifMet === 'yes' ? !met : met;
        for (const box of form.querySelectorAll('[data-member]')) {
            const block = form.querySelector(`[data-member-block="${box.dataset.member}"]`);
            if (block) block.hidden = !met || !box.checked;
        }
    };
    form.addEventListener('change', show);
    show();

    const sections = [...form.querySelectorAll('[data-step]')];
    if (!form.matches('[data-steps]') || sections.length === 0) return;
    const back = form.querySelector('[data-step-back]');
    const next = form.querySelector('[data-step-next]');
    const save = form.querySelector('[data-step-save]');
    const marks = [...document.querySelectorAll('[data-step-mark]')];
    const count = document.querySelector('[data-step-count]');
    let at = 0;

    const go = (to, move) => {
        at = Math.max(0, Math.min(sections.length - 1, to));
        sections.forEach((section, n) => { section.hidden = n !== at; });
        marks.forEach((mark, n) => {
            mark.classList.toggle('done', n < at);
            n === at ? mark.setAttribute('aria-current', 'step') : mark.removeAttribute('aria-current');
        });
        const last = at === sections.length - 1;
        back.hidden = at === 0;
        next.hidden = last;
        save.hidden = !last;
        if (!last) next.textContent = next.dataset.label + marks[at + 1].textContent;
        if (count) count.textContent = `${at + 1} / ${sections.length}`;
        if (move) {
            window.scrollTo(0, 0);
            sections[at].setAttribute('tabindex', '-1');
            sections[at].focus({preventScroll: true});
        }
    };
    back.addEventListener('click', () => go(at - 1, true));
    next.addEventListener('click', () => go(at + 1, true));
    // a link of the error summary opens the step its field stands in
    form.addEventListener('click', event => {
        const link = event.target.closest('.error-summary a');
        const field = link && document.getElementById(link.hash.slice(1));
        const step = field?.closest('[data-step]');
        if (step) go(sections.indexOf(step), false);
    });
    const wrong = form.querySelector('.field-error')?.closest('[data-step]');
    go(wrong ? sections.indexOf(wrong) : 0, false);
})();
