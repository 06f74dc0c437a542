/** What can go wrong with a list, in Vietnamese and in English: what happened, and what to do. */
const WORDS = {
  'no-source': [
    'Danh sách chưa có nguồn. Hãy ghi src="…": địa chỉ REST của WordPress, JSON Feed, RSS hoặc Atom.',
    'The list has no source. Write src="…": the address of a WordPress REST list, a JSON Feed, RSS or Atom.',
  ],
  'http-status': [
    'Máy chủ trả lời HTTP % cho $. Hãy kiểm tra thuộc tính src.',
    'The server answers HTTP % for $. Check the attribute src.',
  ],
  timeout: ['Sau 30 giây chưa nhận được $. Hãy kiểm tra máy chủ.', 'After 30 seconds $ has not arrived. Check the server.'],
  'not-readable': [
    'Không tải được $. Hãy kiểm tra địa chỉ, CORS và CSP connect-src.',
    'Cannot fetch $. Check the address, CORS, and the CSP, connect-src.',
  ],
  'trusted-types': [
    'CSP của trang cấm đọc RSS và Atom. Hãy thêm tom-tat-list vào chỉ thị trusted-types.',
    "The page's CSP forbids to read RSS and Atom. Add tom-tat-list to its trusted-types directive.",
  ],
  'not-a-feed': [
    '$ không phải danh sách bài: cần REST của WordPress, JSON Feed, RSS hoặc Atom.',
    '$ is no list of articles: a WordPress REST list, a JSON Feed, RSS or Atom is needed.',
  ],
  'malformed-xml': [
    '$ không phải XML hợp lệ, nên không đọc được: %',
    '$ is not valid XML, so it cannot be read: %',
  ],
  'empty-list': ['Danh sách ở $ không có bài nào.', 'The list at $ has no articles.'],
  crash: [
    'Danh sách gặp lỗi nội bộ. Hãy báo nhà phát triển kèm địa chỉ trang.',
    'The list failed. Please report it with the address of the page.',
  ],
};

/** A failure with its code; `address` is what it is about, `detail` what is known of it. */
export const problem = (code, address = '', detail = '') => ({
  code,
  words: WORDS[code].map((words) => words.replaceAll('%', () => detail).replaceAll('$', () => address)),
});
