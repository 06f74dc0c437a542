/**
 * What can go wrong before Rust is there to say so, in Vietnamese and in English: what happened, and what
 * to do. `$` is the address, `%` what the cause tells of itself.
 */
export const MESSAGES = {
  'file-page': [
    'Trang đang mở từ tệp trên máy. Hãy mở qua máy chủ web.',
    'The page is opened as a file. Open it through a web server.',
  ],
  'no-wasm': [
    'Trình duyệt này không có, hoặc đã tắt WebAssembly. Bạn đọc vẫn thấy nội dung bên trong thẻ.',
    'This browser has no WebAssembly, or it is switched off. Readers see what stands inside the element.',
  ],
  'no-base': [
    'Không biết thư mục của thẻ: tom-tat.js đã bị gộp với tệp khác, chép vào trang hoặc đổi tên. Đã thử $. Hãy ghi base="/tom-tat/" trên thẻ.',
    'The folder of the card is not known: tom-tat.js was joined with other files, copied into the page or renamed. Tried $. Write base="/tom-tat/" on the element.',
  ],
  'wasm-status': [
    'Máy chủ không trả về $, cũng không trả về tom_tat_bg.ico. Hãy tải lên lại cả thư mục.',
    'The server delivers neither $ nor tom_tat_bg.ico. Upload the whole folder again.',
  ],
  'wasm-blocked': [
    "CSP của trang chặn WebAssembly. Hãy thêm 'wasm-unsafe-eval' (có dấu nháy) vào script-src.",
    "The CSP of the page blocks WebAssembly. Add 'wasm-unsafe-eval' (with its quotes) to script-src.",
  ],
  'wasm-invalid': [
    '$ hỏng hoặc khác phiên bản với tom_tat.js. Hãy tải lên lại cả thư mục.',
    '$ is damaged, or of another version than tom_tat.js. Upload the whole folder again.',
  ],
  crash: [
    'Thẻ gặp lỗi nội bộ. Hãy báo nhà phát triển kèm địa chỉ trang.',
    'The card failed. Please report it with the address of the page.',
  ],
};

/** Where a file did not arrive, by cause. */
export const CAUSES = {
  policy: [
    'CSP của trang (%) chặn $. Hãy thêm địa chỉ đó vào % của CSP.',
    'The CSP of the page (%) blocks $. Add that address to % of the CSP.',
  ],
  cors: [
    '$ ở máy chủ khác mà máy chủ đó không cho phép (CORS). Hãy gửi kèm Access-Control-Allow-Origin, hoặc đặt thư mục lên chính máy chủ này.',
    '$ is on another server, which does not allow it (CORS). Have it send Access-Control-Allow-Origin, or put the folder on this server.',
  ],
  unreachable: [
    'Không kết nối được tới $.',
    'No connection to $.',
  ],
  status: [
    'Máy chủ trả lời HTTP % cho $. Hãy tải cả thư mục lên cạnh tom-tat.js.',
    'The server answers HTTP % for $. Upload the whole folder beside tom-tat.js.',
  ],
  page: [
    'Máy chủ trả về một trang web thay cho $. Hãy tải cả thư mục lên cạnh tom-tat.js, và cho máy chủ trả về tệp đó như tệp tĩnh.',
    'The server returns a web page in the place of $. Upload the whole folder beside tom-tat.js, and have the server deliver that file as it is.',
  ],
  type: [
    'Máy chủ gửi $ với kiểu “%”, trình duyệt không chạy. Hãy khai báo kiểu text/javascript cho .js.',
    'The server sends $ as “%”, which browsers do not run. Set the type text/javascript for .js.',
  ],
  broken: [
    '$ hỏng, hoặc trình duyệt quá cũ. Hãy tải lên lại cả thư mục.',
    '$ is damaged, or the browser is too old. Upload the whole folder again.',
  ],
};
