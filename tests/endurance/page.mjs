// A page that counts: cards made and taken away, memory, and the longest task.

import { page } from '../e2e/harness.mjs';

const SCRIPT = String.raw`
  // The module's memory, which only its instance knows.
  let memory;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await original.apply(WebAssembly, args);
      memory = Object.values((result.instance ?? result).exports).find((value) => value instanceof WebAssembly.Memory);
      return result;
    };
  }
  const wasmBytes = () => memory?.buffer.byteLength ?? 0;

  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });

  // What the loader's observer of the page takes.
  let observed = 0;
  window.MutationObserver = class extends MutationObserver {
    constructor(callback) {
      super((...args) => {
        const start = performance.now();
        callback(...args);
        observed += performance.now() - start;
      });
    }
  };

  /** Lines added and removed as fast as the page can show them. */
  const busy = async (milliseconds) => {
    const list = document.body.appendChild(document.createElement('ul'));
    const start = performance.now();
    let count = 0;
    observed = 0;
    while (performance.now() - start < milliseconds) {
      for (let turn = 0; turn < 50; turn++) {
        const line = document.createElement('li');
        line.innerHTML = '<a href="/tin">Tin số ' + count++ + '</a> <span>Sáng nay, tỉnh họp.</span>';
        list.append(line);
        if (count > 500) list.firstChild.remove();
      }
      await new Promise(requestAnimationFrame);
    }
    return { count, share: observed / (performance.now() - start) };
  };

  /** An article with facts of its own. */
  const article = (number) => ({
    title: 'Hội nghị số ' + number,
    body: 'Sáng 29/4/2022, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị lần thứ ' + number +
      ' theo Chỉ thị số ' + (number % 90 + 10) + '/CT-TTg. Tỉnh trao ' + (number + 100) + ' suất quà cho ' +
      (number + 20) + ' hộ nghèo, đạt ' + (number % 90 + 5) + ',5% kế hoạch.',
  });

  const heard = (card) => new Promise((resolve) => {
    const controller = new AbortController();
    for (const name of ['load', 'empty', 'error'])
      card.addEventListener('tom-tat:' + name, ({ detail }) => {
        controller.abort();
        resolve(detail.code ?? name);
      }, { signal: controller.signal });
  });

  const mount = (number, attributes = {}) => {
    const card = document.createElement('tom-tat');
    card.setAttribute('loading', 'eager');
    for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
    if (!('src' in attributes || 'for' in attributes)) card.article = article(number);
    const said = heard(card);
    document.body.append(card);
    return { card, said };
  };

  /** Mounts so many cards, some at a time, and removes each once it shows. */
  const mounts = async (from, count) => {
    for (let done = 0; done < count; done += 20) {
      const cards = Array.from({ length: 20 }, (_, index) => mount(from + done + index));
      for (const { card, said } of cards) {
        if (await said != 'load') throw new Error('no card: ' + await said);
        card.remove();
      }
    }
  };

  /** Gives one card so many articles, one after another. */
  const updates = async (from, count) => {
    const card = document.querySelector('tom-tat') ?? mount(0).card;
    for (let done = 0; done < count; done++) {
      const said = heard(card);
      card.article = article(from + done);
      if (await said != 'load') throw new Error('no card');
    }
  };

  const cards = async (count, attributes) => {
    const start = performance.now();
    const all = Array.from({ length: count }, (_, index) => mount(index, attributes));
    await Promise.all(all.map(({ said }) => said));
    const time = performance.now() - start;
    return { time, shown: all.filter(({ card }) => card.summary).length };
  };

  const one = async (attributes) => {
    longest = 0;
    const start = performance.now();
    const { said } = mount(0, attributes);
    const code = await said;
    const time = performance.now() - start;
    // The task that told us is reported when it ends.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return { code, time, longest };
  };`;

/** The page, with more in its body. */
export const counting = (body = '') => page(body, {
  loader: false,
  head: `<script>${SCRIPT}</script><script src="/pkg/tom-tat.js" async></script>`,
});

/** Bytes in use once the garbage is collected: of JavaScript, of the module; and nodes of documents. */
export async function memory(driver) {
  const command = (name, options = {}) => driver.sendAndGetDevToolsCommand(name, options);
  for (let times = 0; times < 3; times++) await driver.sendDevToolsCommand('HeapProfiler.collectGarbage', {});
  const { usedSize } = await command('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await command('Memory.getDOMCounters');
  return { script: usedSize, wasm: await driver.executeScript('return wasmBytes()'), nodes, listeners: jsEventListeners };
}
