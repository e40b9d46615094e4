// Colours the query in the field that it is written in, and copies what a button names. The field itself stays
// Streamlit's own: without this script it is a plain field that works the same.
(() => {
  if (window.deskEditor) return;
  const WORDS = new Set(('select from where group by order having limit offset with recursive as on using join left right ' +
    'full inner outer cross semi anti lateral union all except intersect distinct case when then else end and or not in is ' +
    'null like ilike between exists over partition rows range preceding following current row filter qualify window asc ' +
    'desc nulls first last interval date timestamp cast true false values pivot unpivot for within materialized ' +
    'exclude replace tablesample array struct map').split(' '));
  const PIECES = /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:[^']|'')*(?:'|$))|("(?:[^"]|"")*(?:"|$))|(::)|([:$][A-Za-z_]\w*)|(\b\d+(?:\.\d+)?\b)|([A-Za-z_一-鿿][\w一-鿿]*)/g;
  const KINDS = ['comment', 'text', 'name', '', 'parameter', 'number'];

  const span = (kind, text) => {
    const node = document.createElement('span');
    node.className = 'sql-' + kind;
    node.textContent = text;
    return node;
  };

  const paint = (sql, into) => {
    const parts = document.createDocumentFragment();
    let end = 0;
    for (const found of sql.matchAll(PIECES)) {
      if (found.index > end) parts.append(sql.slice(end, found.index));
      end = found.index + found[0].length;
      const at = found.slice(1).findIndex(piece => piece !== undefined);
      const isCalled = at === 6 && /^\s*\(/.test(sql.slice(end, end + 20));
      const kind = at < 6 ? KINDS[at] : WORDS.has(found[0].toLowerCase()) ? 'word' : isCalled ? 'function' : '';
      parts.append(kind ? span(kind, found[0]) : found[0]);
    }
    parts.append(sql.slice(end) + '\n');
    into.replaceChildren(parts);
  };

  const COPIED = ['fontFamily', 'fontSize', 'lineHeight', 'letterSpacing', 'paddingTop', 'paddingRight', 'paddingBottom',
    'paddingLeft', 'tabSize'];

  const attach = field => {
    const behind = document.createElement('pre');
    behind.className = 'sql-behind';
    behind.setAttribute('aria-hidden', 'true');
    field.parentElement.style.position = 'relative';
    field.parentElement.append(behind);
    field.classList.add('sql-field');
    field.setAttribute('spellcheck', 'false');
    let shown = null;
    const follow = () => {
      if (!field.isConnected) return;
      if (!behind.isConnected) field.parentElement.append(behind);
      if (field.value !== shown) {
        shown = field.value;
        paint(shown, behind);
      }
      const look = getComputedStyle(field);
      for (const name of COPIED) behind.style[name] = look[name];
      behind.style.width = field.clientWidth + 'px';
      behind.style.height = field.clientHeight + 'px';
      behind.scrollTop = field.scrollTop;
      behind.scrollLeft = field.scrollLeft;
    };
    field.addEventListener('input', follow);
    field.addEventListener('scroll', follow);
    // what the server puts into the field makes no event, and the field changes its size
    const timer = setInterval(() => field.isConnected ? follow() : clearInterval(timer), 200);
    follow();
  };

  const copied = text => {
    // a page without TLS has no clipboard of its own
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    field.select();
    const isDone = document.execCommand('copy');
    field.remove();
    return isDone;
  };

  document.addEventListener('click', event => {
    const button = event.target.closest && event.target.closest('[data-copy]');
    if (!button || !copied(button.dataset.copy)) return;
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 1200);
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (!event.target.closest || !event.target.closest('.st-key-desk_editor')) return;
    // the field hands its text over first
    setTimeout(() => document.querySelector('.st-key-desk_run button')?.click(), 150);
  });

  window.deskEditor = setInterval(() => {
    const field = document.querySelector('.st-key-desk_editor textarea');
    if (field && !field.classList.contains('sql-field')) attach(field);
  }, 200);
})();
