/** What can go wrong before Rust is there to say so: code → Vietnamese, English. */
const FAULTS = {
  'file-page': [
    'Trang đang mở từ tệp. Hãy mở qua máy chủ web.',
    'The page is opened as a file. Open it through a web server.',
  ],
  'no-wasm': [
    'Trình duyệt không có WebAssembly.',
    'This browser has no WebAssembly.',
  ],
  'glue-not-loaded': [
    'Không tải được $. Hãy tải tệp lên cạnh tom-tat.js và kiểm tra CSP script-src.',
    'Cannot load $. Upload it beside tom-tat.js and check the CSP, script-src.',
  ],
  'wasm-not-loaded': [
    'Không tải được $. Hãy kiểm tra CORS và CSP connect-src.',
    'Cannot load $. Check CORS and the CSP, connect-src.',
  ],
  'wasm-status': [
    'Máy chủ không trả về $, cũng không trả về tom_tat_bg.ico. Hãy tải lên lại cả thư mục.',
    'The server delivers neither $ nor tom_tat_bg.ico. Upload the whole folder again.',
  ],
  'wasm-blocked': [
    "CSP chặn WebAssembly. Hãy thêm 'wasm-unsafe-eval' vào script-src.",
    "The CSP blocks WebAssembly. Add 'wasm-unsafe-eval' to script-src.",
  ],
  'wasm-invalid': [
    '$ hỏng hoặc khác phiên bản. Hãy tải lên lại cả thư mục.',
    '$ is damaged or of another version. Upload the whole folder again.',
  ],
  crash: [
    'Thẻ gặp lỗi nội bộ. Hãy báo nhà phát triển.',
    'The card failed. Please report it.',
  ],
};

/** A failure of the loader's own; `subject` is the address that it is about. */
export const fault = (code, subject) => ({ code, subject });

/** Whether a failure has a code of ours; browsers number theirs. */
export const named = (error) => typeof error?.code == 'string';

/** Code and message of any failure, the message in English or Vietnamese. */
export const said = (error, english) => {
  const code = named(error) ? error.code : 'crash';
  const message = named(error) && error.message;
  return { code, message: message || FAULTS[code][+english].replace('$', error.subject) };
};
