// What NukeViet's optimiser does to a finished page, as far as a card can feel it (4.5; 4.6 does the same).

/** The page with its scripts at the end and its styles, links and meta tags in the head. */
export function optimised(page) {
  const scripts = [];
  const sources = new Set();
  const head = [];
  const styles = [];
  let title = '<title></title>';
  const moved = page
    // Scripts go to the end, each source once; those that are marked stay, and lose the mark.
    .replace(/<\s*script\b[^>]*>(.*?)<\s*\/\s*script\s*>/gis, (script, text) => {
      if (/<\s*script\b[^>]*data-show=["']inline["'][^>]*>/i.test(script)) return script.replace(/\s*data-show=["']inline["']/i, '');
      const source = script.match(/<\s*script\b[^>]+src\s*=\s*["']([^"']+)["']/i)?.[1];
      if (source ? !sources.has(source) : text.trim()) scripts.push(script);
      if (source) sources.add(source);
      return '';
    })
    // Of a style without "<" only the text is kept.
    .replace(/<meta[^>]+>|<title>[^<]+<\/title>|<link[^>]+>|<style[^>]*>([^<]*)<\/style>/gi, (tag, style) => {
      if (/^<title/i.test(tag)) title = tag;
      else if (/^<style/i.test(tag)) styles.push(style);
      else head.push(tag);
      return '';
    });
  const start = ['<head>', title, ...new Set(head), styles.length ? `<style>${styles.join('\n')}</style>` : ''].join('\n');
  return moved
    .replace('<head>', () => start)
    .replace(/\s*<\/body>/, () => `\n${scripts.join('\n')}\n</body>`)
    .replace(/\n\s+\n/g, '\n');
}
