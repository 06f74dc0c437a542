// Two articles, and what the boxes around them say, which is never a card's.

/** What NukeViet keeps of an article. It was edited a year after it was published. */
export const ARTICLE = {
  title: 'Sơn Hà đưa hồ sơ đất đai lên mạng',
  link: 'https://sonha.example.gov.vn/tin-tuc/chuyen-doi-so/son-ha-dua-ho-so-dat-dai-len-mang-218.html',
  publtime: 1795830660,
  shown: 'Thứ bảy - 28/11/2026 08:51',
  // As NukeViet writes it: its "T" is the abbreviation of the time zone.
  meta: '2026-11-28+0708:51:00',
  edited: '2027-12-02T17:38:20+07:00',
  hometext: 'Sáng 27/11, UBND tỉnh Sơn Hà tổ chức hội nghị đánh giá việc số hóa hồ sơ đất đai. Đồng chí Lê Thị Minh Hằng, ' +
    'Phó Chủ tịch UBND tỉnh chủ trì hội nghị.',
  bodyhtml: '<p>Ông Đỗ Quang Vinh, Giám đốc Sở Nông nghiệp và Môi trường báo cáo kết quả thực hiện Kế hoạch số 215/KH-UBND. ' +
    'Đến nay, 92,5% hồ sơ của các xã, phường đã được số hóa.</p>\n' +
    '<h3>Việc còn lại</h3>\n<p>Các xã vùng cao còn thiếu người nhập dữ liệu và đường truyền chưa ổn định. Hội nghị đề nghị ' +
    'từng xã phân công người chịu trách nhiệm, không để người dân phải đi lại nhiều lần.</p>',
  note: 'Quang cảnh hội nghị',
};

/** What the card has of it. */
export const FACTS = {
  title: ARTICLE.title,
  published: '2026-11-28',
  source: 'Cổng thông tin tỉnh Sơn Hà',
  event: '2026-11-27',
  officials: [
    ['Lê Thị Minh Hằng', 'Phó Chủ tịch UBND tỉnh'],
    ['Đỗ Quang Vinh', 'Giám đốc Sở Nông nghiệp và Môi trường'],
  ],
  directives: ['215/KH-UBND'],
  figures: ['92,5%'],
};

export const OTHERS = [
  { title: 'Bí thư Tỉnh ủy Phan Văn Đại tiếp công dân', time: '02/12/2026' },
  { title: 'Trao 350 suất quà cho học sinh xã Nậm Khòa', time: '30/11/2026' },
  { title: 'Công bố Quyết định số 77/QĐ-UBND về bến xe Sơn Hà', time: '20/11/2026' },
];

/** Words of the boxes around the article, none of which may be on its card. */
export const FOREIGN = /Phan Văn Đại|350|77\/QĐ-UBND|Trần Thị Ngát|Ban biên tập/;
