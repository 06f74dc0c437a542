/** A failure of the loader's own; `subject` is the address that it is about. */
export const fault = (code, subject) => ({ code, subject });

/** Whether a failure has a code of ours; browsers number theirs. */
export const named = (error) => typeof error?.code == 'string';

/** The directive of the page's CSP that last forbade something. */
let directive;
document.addEventListener('securitypolicyviolation', (event) => {
  if (/tom.tat/.test(event.blockedURI)) directive = event.effectiveDirective;
});

const FOLDER = [
  'Không có tệp của thẻ ở $. Hãy tải cả thư mục lên đó hoặc ghi <%base="…">.',
  'No files of the card at $. Upload the whole folder there or write <%base="…">.',
];
const POLICY = [
  'CSP chặn $. Hãy thêm địa chỉ đó vào ',
  'The CSP blocks $. Add that address to ',
];

/**
 * Code and message of any failure, the message in English or Vietnamese. What is not said already
 * the doctor explains, who is loaded only now; the doctor may be missing like the other files.
 */
export const said = async (error, english, { file, known: tag }) => {
  if (named(error) && error.message) return error;
  const known = named(error) ? error : fault('crash');
  try {
    return await (await import(/* webpackIgnore: true */ /* @vite-ignore */ file('doctor.js'))).explain(known, english);
  } catch {
    const words = directive ? POLICY[+english] + directive : FOLDER[+english];
    // Where a script tag tells the folder, nothing else is asked.
    const owner = tag ? 'script data-' : 'tom-tat ';
    return { code: known.code, message: words.replace('$', file('.')).replace('%', owner) };
  }
};
