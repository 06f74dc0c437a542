/** The words of the doctor's page: Vietnamese, English. */
export const WORDS = {
  lead: [
    'Trang này nằm cạnh các tệp của thẻ trên chính máy chủ của bạn, thử từng tệp như trình duyệt của bạn đọc, và đưa dòng cần dán nếu có gì sai.',
    'This page lies beside the files of the card on your own server, tries each of them as a reader’s browser does, and gives the line to paste where something is wrong.',
  ],
  files: ['Các tệp', 'The files'],
  trial: ['Chạy thử một thẻ', 'A card on trial'],
  page: ['Một trang của bạn', 'A page of yours'],
  address: ['Địa chỉ trang (cùng máy chủ)', 'Address of the page (same server)'],
  ask: ['Khám trang', 'Examine'],
  fine: ['tải được', 'arrives'],
  spare: ['không tải được, nhưng không cần: đã có', 'does not arrive, and is not needed beside'],
  shown: ['Thẻ hiện ra:', 'The card shows:'],
  facts: ['dữ kiện', 'facts'],
  paste: ['Dán vào', 'Paste into'],
  waiting: ['Đang thử …', 'Trying …'],
  silent: [
    'Trang mở được nhưng không có thẻ nào báo lại trong 10 giây. Trang có thẻ <script src="…/tom-tat.js"> và <tom-tat> chưa?',
    'The page opens, but no card reports within 10 seconds. Has it <script src="…/tom-tat.js"> and <tom-tat>?',
  ],
  foreign: [
    'Không mở được trang này trong khung: máy chủ khác, hoặc trang cấm hiển thị trong khung (X-Frame-Options, frame-ancestors). Hãy mở trang đó với ?tom-tat-debug ở cuối địa chỉ.',
    'This page cannot be opened in a frame: another server, or the page forbids frames (X-Frame-Options, frame-ancestors). Open it with ?tom-tat-debug behind its address.',
  ],
};
