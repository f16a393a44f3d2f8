// What the pages do beyond plain HTML. Every page works without it.
(() => {
    'use strict';
    const root = document.documentElement;
    root.classList.add('js');

    const csrf = document.querySelector('meta[name="csrf"]');
    document.addEventListener('htmx:configRequest', event => {
        if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
    });

    const start = () => {
        // a page with errors says so in its title, and starts at the summary
        const summary = document.querySelector('.error-summary');
        if (summary) {
            const prefix = summary.dataset.title ?? '';
            if (!document.title.startsWith(prefix.trim())) document.title = prefix + document.title;
            summary.focus();
        }
        // the language links keep the query of the page they stand on
        for (const link of document.querySelectorAll('a[data-keep-query]')) {
            const here = new URLSearchParams(location.search);
            here.set('lang', new URLSearchParams(link.search).get('lang'));
            link.search = here.toString();
        }
        const now = new Date().toLocaleString(root.lang, {timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short'});
        for (const time of document.querySelectorAll('time[data-now]')) time.textContent = now;
    };
    document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', start) : start();

    document.addEventListener('keydown', event => {
        const typing = event.target.closest('input, textarea, select, [contenteditable]');
        if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
            const field = document.querySelector('[data-hotkey="/"]');
            if (field) {
                event.preventDefault();
                field.focus();
                field.select();
            }
        }
        if (event.key === 'Escape') {
            const open = event.target.closest('details[data-dismiss][open]') ?? document.querySelector('details[data-dismiss][open]');
            if (open) {
                open.open = false;
                open.querySelector('summary').focus();
            }
        }
    });

    document.addEventListener('click', event => {
        for (const open of document.querySelectorAll('details[data-dismiss][open]')) {
            if (!open.contains(event.target)) open.open = false;
        }
        const print = event.target.closest('[data-print]');
        if (print) window.print();
        const back = event.target.closest('[data-back]');
        if (back && history.length > 1) {
            event.preventDefault();
            history.back();
        }

        const dialog = event.target.closest('[data-dialog]');
        if (dialog) document.getElementById(dialog.dataset.dialog)?.showModal();

        const reveal = event.target.closest('[data-show-password]');
        if (reveal) {
            const field = document.getElementById(reveal.dataset.showPassword);
            const show = field.type === 'password';
            field.type = show ? 'text' : 'password';
            reveal.setAttribute('aria-pressed', String(show));
        }
        const account = event.target.closest('[data-username]');
        if (account) {
            document.getElementById('username').value = account.dataset.username;
            document.getElementById('password').value = account.dataset.password ?? '';
            document.querySelector('.sign-in-form [type=submit]').focus();
        }
    });

    document.addEventListener('change', event => {
        // a box that ticks every box of its table
        if (event.target.matches('[data-pick-all]')) {
            for (const box of event.target.closest('table').querySelectorAll('tbody input[type=checkbox]:not(:disabled)')) box.checked = event.target.checked;
        }
        // a choice that needs no button once scripts run
        if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
    });

    // one press, one record: a form already on its way is not sent again
    document.addEventListener('submit', event => {
        const form = event.target;
        if (event.defaultPrevented || form.method === 'get' || form.matches('[data-repeatable]')) return;
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = 'yes';
        event.submitter?.setAttribute('aria-busy', 'true');
    });
    window.addEventListener('pageshow', event => {
        if (!event.persisted) return;
        for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
        for (const button of document.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
    });
})();
